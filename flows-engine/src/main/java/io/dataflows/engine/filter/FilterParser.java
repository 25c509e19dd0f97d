package io.dataflows.engine.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.OptionConversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters into their normal form: a bare value means {@code _eq}, several members mean {@code _and}, and
 * {@code _and} and {@code _or} below a field are lifted above it. Dynamic variables stay as they are until
 * {@link Filter#resolve}.
 */
public final class FilterParser {

    private static final int MAX_DEPTH = 200;

    private final boolean coerces;

    private FilterParser(boolean coerces) {
        this.coerces = coerces;
    }

    /**
     * Reads the filter of a condition: texts stay texts.
     *
     * @return null when there is no filter
     * @throws FilterException when it can't be read
     */
    public static @Nullable Filter parse(JsonNode filter) {
        return new FilterParser(false).root(filter);
    }

    /**
     * Reads the filter of a query: the texts {@code true}, {@code false}, {@code null} and {@code NULL} become values.
     *
     * @return null when there is no filter
     * @throws FilterException when it can't be read
     */
    public static @Nullable Filter parseQuery(JsonNode filter) {
        return new FilterParser(true).root(filter);
    }

    private @Nullable Filter root(JsonNode filter) {
        return filter.isNull() || filter.isMissingNode() ? null : parse(filter, List.of(), 0);
    }

    private Filter parse(JsonNode filter, List<String> path, int depth) {
        if (depth > MAX_DEPTH) {
            throw new FilterException("RangeError", "A filter can't be deeper than " + MAX_DEPTH + " levels.");
        }
        if (filter.isNull()) {
            throw new FilterException(
                    "TypeError", "Null stands where a filter needs a rule. Maybe {\"_null\": true}" + " is meant.");
        }
        if (!filter.isContainerNode()) {
            return test(Operator.EQ.key(), filter, path, depth);
        }
        List<Filter> parts = filter.isArray() ? elements(filter, path, depth) : members(filter, path, depth);
        if (parts.isEmpty()) {
            return path.isEmpty() ? new Filter.Nothing() : new FieldTest(path, "", filter, null);
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
    }

    private List<Filter> members(JsonNode filter, List<String> path, int depth) {
        List<Filter> parts = new ArrayList<>(filter.size());
        for (var member : filter.properties()) {
            parts.add(member(member.getKey(), member.getValue(), path, depth));
        }
        return parts;
    }

    private List<Filter> elements(JsonNode filter, List<String> path, int depth) {
        List<Filter> parts = new ArrayList<>(filter.size());
        for (int i = 0; i < filter.size(); i++) {
            parts.add(member(Integer.toString(i), filter.get(i), path, depth));
        }
        return parts;
    }

    private Filter member(String name, JsonNode value, List<String> path, int depth) {
        if (name.equals("_and")) {
            return new Filter.And(parts(value, path, depth));
        }
        if (name.equals("_or")) {
            return new Filter.Or(parts(value, path, depth));
        }
        return isOperator(name, value, path) ? test(name, value, path, depth) : field(name, value, path, depth);
    }

    /** At the top a name such as {@code _id} can only be a field's; further down it is always an operator. */
    private static boolean isOperator(String name, JsonNode value, List<String> path) {
        boolean fieldAtTop = path.isEmpty() && value.isObject() && Operator.of(name) == Operator.UNKNOWN;
        return name.startsWith("_") && !fieldAtTop;
    }

    private List<Filter> parts(JsonNode value, List<String> path, int depth) {
        if (!value.isArray()) {
            throw new FilterException("TypeError", "_and and _or need a list of filters.");
        }
        List<Filter> parts = new ArrayList<>(value.size());
        value.forEach(part -> parts.add(parse(part, path, depth + 1)));
        return parts;
    }

    private Filter field(String name, JsonNode value, List<String> path, int depth) {
        if (name.isEmpty()) {
            throw new FilterException("A filter names an empty field.");
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return parse(value, List.copyOf(longer), depth + 1);
    }

    private FieldTest test(String operatorName, JsonNode operand, List<String> path, int depth) {
        Operator operator = Operator.of(operatorName);
        if (operator.takesFilter()) {
            Filter inner = operand.isNull() ? null : parse(operand, List.of(), depth + 1);
            return new FieldTest(path, operatorName, operand, inner);
        }
        if (operator.takesGeometry()) {
            return new FieldTest(path, operatorName, geometry(operand), null);
        }
        JsonNode read = operator.takesList() ? list(operand) : coerced(operand);
        return new FieldTest(path, operatorName, read, null);
    }

    /** Comma text is split, an object gives its values, lists inside the list are flattened once. */
    private ArrayNode list(JsonNode operand) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (operand.isObject()) {
            operand.forEach(value -> addFlat(list, value));
        } else {
            OptionConversion.toList(operand).forEach(value -> addFlat(list, value));
        }
        return list;
    }

    private void addFlat(ArrayNode list, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> list.add(coerced(element)));
        } else {
            list.add(coerced(value));
        }
    }

    private JsonNode coerced(JsonNode operand) {
        if (!coerces || !operand.isTextual()) {
            return operand;
        }
        return switch (operand.textValue()) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            case "null", "NULL" -> NullNode.getInstance();
            default -> operand;
        };
    }

    private static JsonNode geometry(JsonNode operand) {
        if (!operand.isTextual()) {
            return operand;
        }
        try {
            return Json.read(operand.textValue());
        } catch (JsonProcessingException unreadable) {
            throw new FilterException("SyntaxError", "A geometry must be JSON.");
        }
    }
}
