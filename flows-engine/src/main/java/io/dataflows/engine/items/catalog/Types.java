package io.dataflows.engine.items.catalog;

import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.ColumnType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types of fields as the API names them, and the columns that are made for them. */
final class Types {

    private Types() {}

    static Optional<FieldType> named(@Nullable String text) {
        for (FieldType type : FieldType.values()) {
            if (type.text().equals(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What a new column of the type is, or null for an alias. */
    static @Nullable ColumnType column(FieldType type) {
        return switch (type) {
            case STRING, HASH -> ColumnType.VARCHAR;
            case TEXT -> ColumnType.TEXT;
            case INTEGER -> ColumnType.INTEGER;
            case BIG_INTEGER -> ColumnType.BIGINT;
            case FLOAT -> ColumnType.DOUBLE;
            case DECIMAL -> ColumnType.DECIMAL;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE -> ColumnType.DATE;
            case TIME -> ColumnType.TIME;
            case DATE_TIME -> ColumnType.TIMESTAMP;
            case TIMESTAMP -> ColumnType.TIMESTAMP_WITH_ZONE;
            case UUID -> ColumnType.UUID;
            case JSON -> ColumnType.JSON_TEXT;
            case CSV -> ColumnType.CSV_TEXT;
            case ALIAS -> null;
        };
    }

    /** Whether the column is a text of any length, whatever the text means. */
    static boolean isLongText(@Nullable ColumnType type) {
        return type == ColumnType.TEXT || type == ColumnType.JSON_TEXT || type == ColumnType.CSV_TEXT;
    }

    /** What the API calls the column, whichever database it is in. */
    static String dataType(ColumnType type) {
        return switch (type) {
            case VARCHAR -> "varchar";
            case TEXT, CSV_TEXT, RUN_DOCUMENT -> "text";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DOUBLE -> "double";
            case DECIMAL -> "decimal";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP, MICROS -> "datetime";
            case TIMESTAMP_WITH_ZONE -> "timestamp";
            case UUID -> "uuid";
            case UUID_TEXT -> "char";
            case JSON_TEXT, JSON -> "json";
        };
    }
}
