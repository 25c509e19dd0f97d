package io.dataflows.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.FieldType;
import java.util.Set;
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
        return new FieldSchema(
                name,
                type,
                other,
                columnType,
                nullable,
                required,
                unique,
                generated,
                length,
                precision,
                scale,
                defaultValue,
                specials,
                meta);
    }

    /** Null is refused, and a value has to be given where there is no default. */
    public FieldSchema obligatory() {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                false,
                defaultValue == null && !generated,
                unique,
                generated,
                length,
                precision,
                scale,
                defaultValue,
                specials,
                meta);
    }

    public FieldSchema onlyOnce() {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                nullable,
                required,
                true,
                generated,
                length,
                precision,
                scale,
                defaultValue,
                specials,
                meta);
    }

    /** The database gives the value by itself. */
    public FieldSchema counting() {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                false,
                false,
                unique,
                true,
                length,
                precision,
                scale,
                defaultValue,
                specials,
                meta);
    }

    public FieldSchema upTo(int characters) {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                nullable,
                required,
                unique,
                generated,
                characters,
                precision,
                scale,
                defaultValue,
                specials,
                meta);
    }

    public FieldSchema startingAs(JsonNode value) {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                nullable,
                false,
                unique,
                generated,
                length,
                precision,
                scale,
                value,
                specials,
                meta);
    }

    public FieldSchema with(Special... more) {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                nullable,
                required && more.length == 0,
                unique,
                generated,
                length,
                precision,
                scale,
                defaultValue,
                Set.of(more),
                meta);
    }

    public FieldSchema described(ObjectNode newMeta) {
        return new FieldSchema(
                name,
                type,
                column,
                columnType,
                nullable,
                required,
                unique,
                generated,
                length,
                precision,
                scale,
                defaultValue,
                specials,
                newMeta);
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
