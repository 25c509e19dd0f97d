package io.dataflows.engine.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells whether a permission could be applied, before it is stored. */
public final class PermissionCheck {

    private PermissionCheck() {}

    /**
     * Looks at those members that are there: {@code permissions}, {@code validation} and {@code presets}.
     *
     * @throws IllegalArgumentException when one can't be read; the message names it
     */
    public static void check(ObjectNode permission) {
        StoredGrant.filter("permissions", member(permission, "permissions"));
        StoredGrant.filter("validation", member(permission, "validation"));
        StoredGrant.object(member(permission, "presets"));
    }

    private static JsonNode member(ObjectNode permission, String name) {
        JsonNode member = permission.get(name);
        return member == null ? NullNode.getInstance() : member;
    }
}
