package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.FieldSchema;
import java.math.BigDecimal;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What a function makes of the values of one field.
 *
 * @param column the name under which the statement has the values
 */
record AggregateColumn(String function, FieldSchema field, String column) {
    private static final Set<String> KNOWN =
            Set.of("count", "countDistinct", "sum", "sumDistinct", "avg", "avgDistinct", "min", "max");

    static boolean isKnown(String function) {
        return KNOWN.contains(function);
    }

    Field<?> of(Field<?> values) {
        return switch (function) {
            case "count" -> DSL.count(values);
            case "countDistinct" -> DSL.countDistinct(comparable(values));
            case "min" -> DSL.min(comparable(values));
            case "max" -> DSL.max(comparable(values));
            case "sum" -> number(DSL.sum(numbers(values)));
            case "sumDistinct" -> number(DSL.sumDistinct(numbers(values)));
            case "avg" -> number(DSL.avg(numbers(values)));
            case "avgDistinct" -> number(DSL.avgDistinct(numbers(values)));
            default -> DSL.inline((Integer) null);
        };
    }

    private Field<BigDecimal> number(Field<BigDecimal> sum) {
        return field.type().isNumber() ? sum : DSL.inline((BigDecimal) null);
    }

    private Field<BigDecimal> numbers(Field<?> values) {
        return field.type().isNumber() ? values.cast(SQLDataType.NUMERIC(38, 10)) : DSL.inline((BigDecimal) null);
    }

    /** Not every type has an order in both databases. */
    private Field<?> comparable(Field<?> values) {
        return switch (field.type()) {
            case BOOLEAN ->
                DSL.when(values.cast(SQLDataType.BOOLEAN), DSL.inline(1)).when(values.isNotNull(), DSL.inline(0));
            case JSON, CSV, UUID -> values.cast(SQLDataType.VARCHAR);
            default -> values;
        };
    }

    /** The least or greatest value as the API shows it. */
    static JsonNode extreme(FieldSchema field, Object value) {
        if (field.type() == FieldType.BOOLEAN) {
            return BooleanNode.valueOf(((Number) value).intValue() != 0);
        }
        return field.type() == FieldType.UUID ? TextNode.valueOf(value.toString()) : ColumnValues.toJson(field, value);
    }
}
