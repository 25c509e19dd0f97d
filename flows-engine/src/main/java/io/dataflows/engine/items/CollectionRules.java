package io.dataflows.engine.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.capability.ItemScope;
import java.util.List;

/**
 * What a collection of the platform demands of its items besides its schema. All methods run inside the transaction of
 * the change, after the rights were checked; a {@link io.dataflows.model.error.FlowsException} refuses it.
 */
public interface CollectionRules {

    /** Nothing in particular. */
    CollectionRules NONE = new CollectionRules() {};

    /** The item as it is to be stored. */
    default ObjectNode beforeCreate(ItemScope scope, ObjectNode item) {
        return item;
    }

    /** The changes as they are to be stored. */
    default ObjectNode beforeUpdate(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return changes;
    }

    default void beforeDelete(ItemScope scope, List<JsonNode> keys) {}

    /** After items were created, changed or deleted, still inside the transaction. */
    default void afterChange(ItemScope scope, List<JsonNode> keys) {}
}
