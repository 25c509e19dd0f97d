package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $NOW} and {@code $CURRENT_…} stand for in a filter.
 *
 * @param user the caller's id, or JSON null
 * @param role the caller's role id, or JSON null
 * @param roles the role and its parents: a list, or JSON null
 * @param userRow the caller's row, for {@code $CURRENT_USER.x}; JSON null where it isn't known
 * @param roleRow the role's row, for {@code $CURRENT_ROLE.x}; JSON null where it isn't known
 * @param policies the caller's policies, for {@code $CURRENT_POLICIES}; JSON null where they aren't known
 */
public record DynamicVariables(
        Instant now,
        ZoneId zone,
        JsonNode user,
        JsonNode role,
        JsonNode roles,
        JsonNode userRow,
        JsonNode roleRow,
        JsonNode policies) {

    private static final String USER = "$CURRENT_USER";
    private static final String ROLE = "$CURRENT_ROLE";
    private static final String ROLES = "$CURRENT_ROLES";
    private static final String POLICIES = "$CURRENT_POLICIES";
    private static final String NOW = "$NOW";
    private static final Pattern ADJUSTMENT = Pattern.compile("\\(([^)]+)\\)");

    /** The variables that conditions know: the date and the caller's ids. */
    public static DynamicVariables of(@Nullable Accountability accountability, Clock clock) {
        NullNode none = NullNode.getInstance();
        if (accountability == null) {
            return new DynamicVariables(clock.instant(), clock.getZone(), none, none, none, none, none, none);
        }
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        accountability.roles().forEach(role -> roles.add(role.toString()));
        return new DynamicVariables(
                clock.instant(),
                clock.getZone(),
                id(accountability.user()),
                id(accountability.role()),
                roles,
                none,
                none,
                none);
    }

    /** The same variables, with the rows behind them, for filters of REST queries. */
    public DynamicVariables withRows(JsonNode newUserRow, JsonNode newRoleRow, JsonNode newPolicies) {
        return new DynamicVariables(now, zone, user, role, roles, newUserRow, newRoleRow, newPolicies);
    }

    /** Whether it is or holds a variable. */
    public static boolean isDynamic(JsonNode operand) {
        for (JsonNode element : operand) {
            if (isDynamic(element)) {
                return true;
            }
        }
        return operand.isTextual() && isDynamic(operand.textValue());
    }

    private static boolean isDynamic(String text) {
        return text.startsWith("$")
                && (text.startsWith(NOW)
                        || text.startsWith(USER)
                        || text.startsWith(ROLE)
                        || text.startsWith(POLICIES));
    }

    /** The operand itself where it is no variable. */
    JsonNode resolve(JsonNode operand) {
        if (!operand.isTextual() || !isDynamic(operand.textValue())) {
            return operand;
        }
        String text = operand.textValue();
        return text.startsWith(NOW) ? Moment.node(moved(text)) : caller(text);
    }

    /** Resolves the texts at any depth; dates become text. */
    public JsonNode resolveInside(JsonNode operand) {
        if (!operand.isContainerNode()) {
            return Moment.plain(resolve(operand));
        }
        if (operand.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode(operand.size());
            operand.forEach(element -> list.add(resolveInside(element)));
            return list;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        operand.properties().forEach(member -> object.set(member.getKey(), resolveInside(member.getValue())));
        return object;
    }

    private Instant moved(String text) {
        Matcher adjustment = ADJUSTMENT.matcher(text);
        Instant moved = adjustment.find() ? DateAdjustment.apply(now, adjustment.group(1), zone) : null;
        return moved == null ? now : moved;
    }

    private JsonNode caller(String text) {
        return switch (text) {
            case USER -> user;
            case ROLE -> role;
            case ROLES -> roles;
            case POLICIES -> member(policies, "id");
            default -> callerMember(text);
        };
    }

    private JsonNode callerMember(String text) {
        int dot = text.indexOf('.');
        String variable = dot < 0 ? "" : text.substring(0, dot);
        JsonNode row =
                switch (variable) {
                    case USER -> userRow;
                    case ROLE -> roleRow;
                    case POLICIES -> policies;
                    default -> NullNode.getInstance();
                };
        for (String name : text.substring(dot + 1).split("\\.", -1)) {
            row = member(row, name);
        }
        return row;
    }

    /** A member of an object, or of each object in a list. */
    private static JsonNode member(JsonNode row, String name) {
        if (!row.isArray()) {
            JsonNode value = row.get(name);
            return value == null ? NullNode.getInstance() : value;
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode(row.size());
        row.forEach(element -> values.add(member(element, name)));
        return values;
    }

    private static JsonNode id(@Nullable UUID id) {
        return id == null ? NullNode.getInstance() : TextNode.valueOf(id.toString());
    }
}
