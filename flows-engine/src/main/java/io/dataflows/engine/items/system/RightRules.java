package io.dataflows.engine.items.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.model.capability.ItemScope;
import java.util.List;
import java.util.function.Consumer;

/** Policies, permissions and who has them are the business of administrators alone. */
final class RightRules implements CollectionRules {

    private final Consumer<ObjectNode> check;
    private final Administrators administrators;
    private final Runnable changed;

    /** @param check refuses members that can't be used */
    RightRules(Consumer<ObjectNode> check, Administrators administrators, Runnable changed) {
        this.check = check;
        this.administrators = administrators;
        this.changed = changed;
    }

    @Override
    public ObjectNode beforeCreate(ItemScope scope, ObjectNode item) {
        Administrators.only(scope);
        check.accept(item);
        return item;
    }

    @Override
    public ObjectNode beforeUpdate(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return beforeCreate(scope, changes);
    }

    @Override
    public void beforeDelete(ItemScope scope, List<JsonNode> keys) {
        Administrators.only(scope);
    }

    @Override
    public void afterChange(ItemScope scope, List<JsonNode> keys) {
        administrators.remain();
        changed.run();
    }
}
