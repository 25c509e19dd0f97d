package io.dataflows.engine.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.model.access.Action;
import java.util.Set;

/** What everybody may do who may use the console, besides what is granted: see themselves and what they may start. */
final class AppRights {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> PROFILE = Set.of(
            "first_name",
            "last_name",
            "password",
            "location",
            "title",
            "description",
            "tags",
            "avatar",
            "language",
            "last_page",
            "email_notifications",
            "appearance",
            "theme_dark",
            "theme_light",
            "theme_light_overrides",
            "theme_dark_overrides",
            "text_direction");

    private AppRights() {}

    static void addTo(StoredGrants.Gathering grants) {
        grants.add(
                "directus_flows",
                Action.READ,
                only("trigger", "manual", Set.of("id", "status", "name", "icon", "color", "options", "trigger")));
        grants.add("directus_users", Action.READ, only("id", "$CURRENT_USER", seen()));
        grants.add("directus_users", Action.UPDATE, only("id", "$CURRENT_USER", PROFILE));
        grants.add("directus_notifications", Action.READ, only("recipient", "$CURRENT_USER", Set.of(Grant.ALL_FIELDS)));
        grants.add("directus_notifications", Action.UPDATE, only("recipient", "$CURRENT_USER", Set.of("status")));
    }

    private static Set<String> seen() {
        Set<String> fields = new java.util.HashSet<>(PROFILE);
        fields.addAll(Set.of("id", "email", "status", "role", "last_access"));
        return fields;
    }

    private static StoredGrant only(String field, String value, Set<String> fields) {
        JsonNode items = JSON.objectNode().set(field, JSON.objectNode().put("_eq", value));
        return StoredGrant.of(fields, items, JSON.nullNode(), JSON.nullNode());
    }
}
