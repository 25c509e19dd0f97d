package io.dataflows.model.query;

import org.jspecify.annotations.Nullable;

/**
 * One field of a collection.
 *
 * @param target name of the collection that its ids lead to, or null; an {@link FieldType#ALIAS} field holds a list of
 *     ids, any other one id
 */
public record Field(String name, FieldType type, @Nullable String target) {
    public static Field of(String name, FieldType type) {
        return new Field(name, type, null);
    }

    /** A field whose id leads to one row of another collection. */
    public static Field toOne(String name, String target) {
        return new Field(name, FieldType.UUID, target);
    }

    /** A field whose ids lead to many rows of another collection. */
    public static Field toMany(String name, String target) {
        return new Field(name, FieldType.ALIAS, target);
    }

    public boolean isMany() {
        return type == FieldType.ALIAS;
    }
}
