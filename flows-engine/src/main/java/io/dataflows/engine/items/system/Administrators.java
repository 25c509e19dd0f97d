package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.access.PolicyIndex;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.StrictUuid;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The accounts that may do everything. One always stays, and nobody else changes them or makes new ones. */
final class Administrators {

    private final PolicyStore store;

    Administrators(PolicyStore store) {
        this.store = store;
    }

    /** @throws FlowsException UNPROCESSABLE_CONTENT when no active administrator is left */
    void remain() {
        // Otherwise two who demote each other at the same time would both see the other still there.
        store.lockPeople();
        if (current().isEmpty()) {
            throw FlowsException.of(
                    ErrorCode.UNPROCESSABLE_CONTENT,
                    "You can't remove the last active administrator. Maybe make somebody else one first.");
        }
    }

    /** @throws FlowsException FORBIDDEN when somebody else than an administrator touches one of them */
    void areUntouched(ItemScope scope, List<JsonNode> users, String action) {
        if (!scope.authority().isUnrestricted() && users.stream().anyMatch(isAmong(current()))) {
            throw Refusals.forbiddenItems(action, PeopleCollections.USERS);
        }
    }

    /** @throws FlowsException FORBIDDEN for everybody but administrators: whoever gives rights has them all */
    static void only(ItemScope scope) {
        if (!scope.authority().isUnrestricted()) {
            throw Refusals.forbiddenCollection(scope.collection());
        }
    }

    private static java.util.function.Predicate<JsonNode> isAmong(Collection<UUID> ids) {
        return key -> id(key).filter(ids::contains).isPresent();
    }

    private Set<UUID> current() {
        PolicyIndex index = new PolicyIndex(store.book());
        return Set.copyOf(store.activeAccounts(index.adminRoles(), index.adminPolicies()));
    }

    static Optional<UUID> id(JsonNode key) {
        return StrictUuid.parse(key.asText(""));
    }

    static List<UUID> ids(List<JsonNode> keys) {
        return keys.stream().map(Administrators::id).flatMap(Optional::stream).toList();
    }
}
