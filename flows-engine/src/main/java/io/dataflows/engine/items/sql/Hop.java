package io.dataflows.engine.items.sql;

import io.dataflows.model.schema.RelationSchema;

/**
 * One step from the items of a collection to others.
 *
 * @param toMany whether it goes against the key: to the items that lead here
 */
public record Hop(RelationSchema relation, boolean toMany) {
    /** The collection at the other end. */
    public String target() {
        return toMany ? relation.many() : relation.one();
    }
}
