package io.dataflows.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.FieldType;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One field of a collection.
 *
 * @param column the column's name as the database has it, or null for an {@link FieldType#ALIAS}
 * @param columnType how the column keeps values, or null for an alias
 * @param nullable whether the column takes null
 * @param required whether whoever creates an item has to give a value that isn't null
 * @param generated whether the database gives a value by itself, as for a key that counts
 * @param length most characters of a text, or null
 * @param precision digits of a decimal, or null
 * @param scale digits of a decimal after the point, or null
 * @param defaultValue what a new item has where none is given, or null
 * @param meta what clients keep about a field ({@code interface}, {@code note} …), or null
 */
public record FieldSchema(
        String name,
        FieldType type,
        @Nullable String column,
        @Nullable ColumnType columnType,
        boolean nullable,
        boolean required,
        boolean unique,
        boolean generated,
        @Nullable Integer length,
        @Nullable Integer precision,
        @Nullable Integer scale,
        @Nullable JsonNode defaultValue,
        Set<Special> specials,
        @Nullable ObjectNode meta) {

    public FieldSchema {
        specials = Set.copyOf(specials);
    }

    /** A field that may be null, on a column of the same name. */
    public static FieldSchema of(String name, FieldType type, ColumnType columnType) {
        return new FieldSchema(
                name, type, name, columnType, true, false, false, false, null, null, null, null, Set.of(), null);
    }

    /** A field without column: the rows of another collection that lead here. */
    public static FieldSchema alias(String name) {
        return new FieldSchema(
                name,
                FieldType.ALIAS,
                null,
                null,
                true,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                Set.of(Special.O2M),
                null);
    }

    public FieldSchema onColumn(String other) {
        return with(parts -> parts.column = other);
    }

    /** Null is refused, and a value has to be given where there is no default. */
    public FieldSchema obligatory() {
        return with(parts -> {
            parts.nullable = false;
            parts.required = defaultValue == null && !generated;
        });
    }

    public FieldSchema onlyOnce() {
        return with(parts -> parts.unique = true);
    }

    /** The database gives the value by itself. */
    public FieldSchema counting() {
        return with(parts -> {
            parts.nullable = false;
            parts.required = false;
            parts.generated = true;
        });
    }

    public FieldSchema upTo(int characters) {
        return with(parts -> parts.length = characters);
    }

    public FieldSchema startingAs(JsonNode value) {
        return with(parts -> {
            parts.required = false;
            parts.defaultValue = value;
        });
    }

    public FieldSchema with(Special... more) {
        return with(parts -> {
            parts.required = required && more.length == 0;
            parts.specials = Set.of(more);
        });
    }

    public FieldSchema described(ObjectNode newMeta) {
        return with(parts -> parts.meta = newMeta);
    }

    /** The same field with some of its parts changed. */
    private FieldSchema with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new FieldSchema(
                name,
                type,
                parts.column,
                columnType,
                parts.nullable,
                parts.required,
                parts.unique,
                parts.generated,
                parts.length,
                precision,
                scale,
                parts.defaultValue,
                parts.specials,
                parts.meta);
    }

    /** What may be changed in a copy. */
    private static final class Parts {
        private @Nullable String column;
        private boolean nullable;
        private boolean required;
        private boolean unique;
        private boolean generated;
        private @Nullable Integer length;
        private @Nullable JsonNode defaultValue;
        private Set<Special> specials;
        private @Nullable ObjectNode meta;

        private Parts(FieldSchema field) {
            column = field.column;
            nullable = field.nullable;
            required = field.required;
            unique = field.unique;
            generated = field.generated;
            length = field.length;
            defaultValue = field.defaultValue;
            specials = field.specials;
            meta = field.meta;
        }
    }

    public boolean isAlias() {
        return type == FieldType.ALIAS;
    }

    public boolean has(Special special) {
        return specials.contains(special);
    }

    /** Whether nobody may read the value. */
    public boolean isConcealed() {
        return has(Special.CONCEAL) || type == FieldType.HASH;
    }
}
