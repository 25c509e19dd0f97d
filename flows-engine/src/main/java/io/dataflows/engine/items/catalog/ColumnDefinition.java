package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.UnfitValue;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import java.util.Locale;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What the database is told about a column. */
final class ColumnDefinition {

    private static final int MICROSECONDS = 6;
    private static final Set<String> NOW = Set.of("CURRENT_TIMESTAMP", "NOW()");

    private ColumnDefinition() {}

    /** The type alone. */
    static DataType<?> type(ColumnType type, @Nullable Integer length, int precision, int scale) {
        return switch (type) {
            case VARCHAR -> length == null ? SQLDataType.VARCHAR : SQLDataType.VARCHAR(length);
            case UUID_TEXT -> SQLDataType.VARCHAR(length == null ? (Integer) 36 : length);
            case TEXT, JSON_TEXT, CSV_TEXT, RUN_DOCUMENT -> SQLDataType.CLOB;
            case INTEGER -> SQLDataType.INTEGER;
            case BIGINT, MICROS -> SQLDataType.BIGINT;
            case DOUBLE -> SQLDataType.DOUBLE;
            case DECIMAL -> SQLDataType.DECIMAL(precision, scale);
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME(MICROSECONDS);
            case TIMESTAMP -> SQLDataType.LOCALDATETIME(MICROSECONDS);
            case TIMESTAMP_WITH_ZONE -> SQLDataType.OFFSETDATETIME(MICROSECONDS);
            case UUID -> SQLDataType.UUID;
            case JSON -> SQLDataType.JSON;
        };
    }

    static DataType<?> type(ColumnDraft draft) {
        return type(columnType(draft), draft.length(), draft.precision(), draft.scale());
    }

    /** The type with everything that stands behind it. */
    static DataType<?> whole(ColumnDraft draft) {
        DataType<?> type = type(draft).nullable(draft.nullable());
        Field<?> start = start(draft);
        if (draft.counting()) {
            return type.identity(true);
        }
        return start == null ? type : withDefault(type, start);
    }

    @SuppressWarnings("unchecked") // The expression has the column's type.
    private static <T> DataType<T> withDefault(DataType<T> type, Field<?> start) {
        return type.defaultValue((Field<T>) start);
    }

    /**
     * The default as an expression.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD when the column can't hold it
     */
    static @Nullable Field<?> start(ColumnDraft draft) {
        JsonNode start = draft.start();
        if (start == null) {
            return null;
        }
        if (ColumnDrafts.isMoment(draft.type()) && NOW.contains(start.asText().toUpperCase(Locale.ROOT))) {
            return now(columnType(draft));
        }
        try {
            FieldSchema field = FieldSchema.of(draft.name(), draft.type(), columnType(draft));
            Integer most = draft.length();
            Object value = ColumnValues.toColumn(most == null ? field : field.upTo(most), start);
            return DSL.inline(value);
        } catch (UnfitValue unfit) {
            throw Refusals.invalidPayload("Default of field (" + draft.name() + ") can't be used: "
                    + String.valueOf(unfit.getMessage()).replaceAll("\\.$", ""));
        }
    }

    private static Field<?> now(ColumnType type) {
        return switch (type) {
            case DATE -> DSL.currentLocalDate();
            case TIME -> DSL.currentLocalTime();
            case TIMESTAMP -> DSL.currentLocalDateTime();
            default -> DSL.currentOffsetDateTime();
        };
    }

    private static ColumnType columnType(ColumnDraft draft) {
        ColumnType type = draft.column();
        if (type == null) {
            throw new IllegalArgumentException("Field (" + draft.name() + ") has no column.");
        }
        return type;
    }
}
