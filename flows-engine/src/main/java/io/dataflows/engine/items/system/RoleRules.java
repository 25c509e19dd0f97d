package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.PolicyIndex;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.Refusals;
import java.util.List;
import java.util.UUID;

/** What roles have to be like. */
final class RoleRules implements CollectionRules {

    private final PolicyStore store;
    private final Administrators administrators;
    private final Runnable changed;

    RoleRules(PolicyStore store, Administrators administrators, Runnable changed) {
        this.store = store;
        this.administrators = administrators;
        this.changed = changed;
    }

    @Override
    public ObjectNode beforeCreate(ItemScope scope, ObjectNode item) {
        return checked(scope, item);
    }

    @Override
    public ObjectNode beforeUpdate(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return checked(scope, changes);
    }

    private static ObjectNode checked(ItemScope scope, ObjectNode item) {
        if (item.has("parent")) {
            Administrators.only(scope);
        }
        if (item.path("name").asText("").indexOf('\u001A') >= 0) {
            throw Refusals.invalidPayload("\"name\" can't hold the character U+001A");
        }
        return item;
    }

    /** Whoever has a role that goes has none; its children are at the top. */
    @Override
    public void beforeDelete(ItemScope scope, List<JsonNode> keys) {
        Administrators.only(scope);
        store.releaseRoles(Administrators.ids(keys));
    }

    @Override
    public void afterChange(ItemScope scope, List<JsonNode> keys) {
        administrators.remain();
        PolicyIndex index = new PolicyIndex(store.book());
        for (UUID role : Administrators.ids(keys)) {
            if (index.isCycle(role)) {
                throw Refusals.invalidPayload("\"parent\" of role (" + role + ") leads back to the role itself");
            }
        }
        changed.run();
    }
}
