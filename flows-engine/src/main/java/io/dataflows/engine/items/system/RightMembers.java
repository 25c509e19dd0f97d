package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.PermissionCheck;
import io.dataflows.engine.http.AddressRange;
import io.dataflows.model.error.Refusals;
import java.util.Set;

/** Checks the members of policies and permissions. */
final class RightMembers {

    private static final Set<String> ACTIONS = Set.of("create", "read", "update", "delete", "share");

    private RightMembers() {}

    static void ofPolicy(ObjectNode policy) {
        JsonNode addresses = policy.path("ip_access");
        if (addresses.isTextual()) {
            for (String address : addresses.textValue().split(",", -1)) {
                checkAddress(address);
            }
        }
        addresses.forEach(address -> checkAddress(address.asText()));
    }

    private static void checkAddress(String text) {
        String address = text.strip();
        if (!address.isEmpty() && AddressRange.parse(address).isEmpty()) {
            throw Refusals.invalidPayload("\"ip_access\" holds what is no address, network or range: " + address);
        }
    }

    static void ofPermission(ObjectNode permission) {
        JsonNode collection = permission.path("collection");
        if (!collection.isMissingNode()
                && (!collection.isTextual() || collection.textValue().isBlank())) {
            throw Refusals.invalidPayload("\"collection\" must be a text");
        }
        JsonNode action = permission.path("action");
        if (!action.isMissingNode() && !ACTIONS.contains(action.asText())) {
            throw Refusals.invalidPayload(
                    "\"action\" must be one of " + ACTIONS.stream().sorted().toList());
        }
        try {
            PermissionCheck.check(permission);
        } catch (IllegalArgumentException unreadable) {
            throw Refusals.invalidPayload(String.valueOf(unreadable.getMessage()));
        }
    }
}
