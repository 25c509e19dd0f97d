package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Passwords;
import io.dataflows.engine.access.Secrets;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.Refusals;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What accounts have to be like. */
final class UserRules implements CollectionRules {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");
    private static final Set<String> STATUSES =
            Set.of("draft", "invited", "unverified", "active", "suspended", "archived");

    private final PolicyStore store;
    private final Administrators administrators;
    private final Runnable changed;

    /** @param changed tells the node that people changed, once the change is committed */
    UserRules(PolicyStore store, Administrators administrators, Runnable changed) {
        this.store = store;
        this.administrators = administrators;
        this.changed = changed;
    }

    @Override
    public ObjectNode beforeCreate(ItemScope scope, ObjectNode item) {
        return asStored(item);
    }

    @Override
    public ObjectNode beforeUpdate(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        administrators.areUntouched(scope, keys, "update");
        ObjectNode stored = asStored(changes);
        if (stored.has("password")) {
            // Whoever took the old password over mustn't stay.
            store.endSessions(Administrators.ids(keys));
        }
        return stored;
    }

    @Override
    public void beforeDelete(ItemScope scope, List<JsonNode> keys) {
        administrators.areUntouched(scope, keys, "delete");
    }

    @Override
    public void afterChange(ItemScope scope, List<JsonNode> keys) {
        administrators.areUntouched(scope, keys, "update");
        administrators.remain();
        store.endSessions(store.inactive(Administrators.ids(keys)));
        changed.run();
    }

    private static ObjectNode asStored(ObjectNode item) {
        ObjectNode stored = item.deepCopy();
        stored.properties().forEach(member -> refuseEscape(member.getKey(), member.getValue()));
        if (stored.has("email")) {
            stored.put("email", email(stored.path("email")));
        }
        if (stored.has("status") && !STATUSES.contains(stored.path("status").asText())) {
            throw Refusals.invalidPayload(
                    "\"status\" must be one of " + STATUSES.stream().sorted().toList());
        }
        checkPassword(stored.path("password"));
        if (stored.hasNonNull("token")) {
            stored.put("token", token(stored.path("token")));
        }
        return stored;
    }

    /** The character that stored texts are escaped by elsewhere. */
    private static void refuseEscape(String name, JsonNode value) {
        if (value.asText("").indexOf('\u001A') >= 0) {
            throw Refusals.invalidPayload("\"" + name + "\" can't hold the character U+001A");
        }
    }

    private static String email(JsonNode value) {
        String email = value.isTextual() ? value.textValue().strip().toLowerCase(Locale.ROOT) : "";
        if (!EMAIL.matcher(email).matches()) {
            throw Refusals.invalidPayload("\"email\" must be a valid email");
        }
        return email;
    }

    private static void checkPassword(JsonNode password) {
        boolean none = password.isMissingNode() || password.isNull();
        boolean usable = password.isTextual()
                && !password.textValue().isEmpty()
                && password.textValue().length() <= Passwords.LONGEST;
        if (!none && !usable) {
            throw Refusals.invalidPayload("\"password\" must be a text of 1 to " + Passwords.LONGEST + " characters");
        }
    }

    private static String token(JsonNode token) {
        if (!token.isTextual() || token.textValue().isBlank()) {
            throw Refusals.invalidPayload("\"token\" must be a text");
        }
        return Secrets.hash(token.textValue());
    }
}
