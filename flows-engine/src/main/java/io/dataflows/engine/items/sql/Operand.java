package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.filter.Moment;
import io.dataflows.engine.json.JavaScriptNumber;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * What a value of the database is compared with.
 *
 * @param value bound
 * @param comparedAs what the database's value has to become first, or null for what it is
 */
record Operand(Field<Object> value, @Nullable DataType<?> comparedAs) {
    /** None where no value of the field could ever be compared with it. */
    static Optional<Operand> of(FieldSchema field, JsonNode given) {
        Instant moment = Moment.of(given);
        JsonNode operand = moment == null ? given : TextNode.valueOf(moment.toString());
        if (operand.isNull() || operand.isContainerNode()) {
            return Optional.empty();
        }
        if (moment != null && field.columnType() == ColumnType.DATE) {
            return withTime(field, operand);
        }
        try {
            Object held = ColumnValues.toColumn(field, ofText(field, operand));
            return Optional.of(new Operand(bound(held, ColumnValues.type(field)), null));
        } catch (UnfitValue unfit) {
            return field.type().isNumber() ? wide(operand) : Optional.empty();
        }
    }

    /** A date is compared with a moment as its first one. */
    private static Optional<Operand> withTime(FieldSchema field, JsonNode operand) {
        try {
            FieldSchema timed = FieldSchema.of(field.name(), field.type(), ColumnType.TIMESTAMP);
            Object held = ColumnValues.toColumn(timed, operand);
            return Optional.of(new Operand(bound(held, SQLDataType.LOCALDATETIME), SQLDataType.LOCALDATETIME));
        } catch (UnfitValue unfit) {
            return Optional.empty();
        }
    }

    /** A number between or beyond those that the column can hold still has smaller and larger ones. */
    private static Optional<Operand> wide(JsonNode operand) {
        try {
            return Optional.of(
                    new Operand(bound(NumberText.number(operand), SQLDataType.NUMERIC), SQLDataType.NUMERIC));
        } catch (UnfitValue noNumber) {
            return Optional.empty();
        }
    }

    /** As in memory: a number is also its text, and the number of a blank text is 0. */
    private static JsonNode ofText(FieldSchema field, JsonNode operand) {
        if (field.type().isNumber()
                && operand.isTextual()
                && operand.textValue().isBlank()) {
            return IntNode.valueOf(0);
        }
        return field.type().isText() && operand.isNumber() ? TextNode.valueOf(JavaScriptNumber.text(operand)) : operand;
    }

    @SuppressWarnings("unchecked") // The value was converted to the type.
    private static Field<Object> bound(@Nullable Object value, DataType<?> type) {
        return (Field<Object>) (Field<?>) DSL.val(value, type);
    }

    @SuppressWarnings("unchecked") // Comparisons only need both sides to be of one type.
    Field<Object> compared(Field<Object> held) {
        return comparedAs == null ? held : (Field<Object>) (Field<?>) held.cast(comparedAs);
    }

    boolean isOfColumn() {
        return comparedAs == null;
    }
}
