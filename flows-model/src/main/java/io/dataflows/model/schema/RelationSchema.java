package io.dataflows.model.schema;

import org.jspecify.annotations.Nullable;

/**
 * Items of one collection lead to items of another.
 *
 * @param many the collection whose items hold the key
 * @param manyField the field that holds it
 * @param one the collection that the key leads to
 * @param oneField the alias field there that lists the items which lead to it, or null
 * @param onDelete what happens to {@code many} when the item goes that it leads to
 * @param foreignKey whether the database watches over it
 */
public record RelationSchema(
        String many, String manyField, String one, @Nullable String oneField, DeleteRule onDelete, boolean foreignKey) {

    /** What happens to items when the one goes that they lead to. */
    public enum DeleteRule {
        /** The deletion is refused. */
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }
}
