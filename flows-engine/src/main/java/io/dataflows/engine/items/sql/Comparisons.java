package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.filter.FieldTest;
import io.dataflows.engine.filter.Operator;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One operator with its operand as a condition on a value of the database. The rules are those of filters on rows in
 * memory: null passes only the tests that ask for it.
 */
final class Comparisons {
    private Comparisons() {}

    /** @param field what the value is, which decides how operands are read */
    static Condition of(FieldTest test, FieldSchema field, Field<Object> value) {
        JsonNode operand = test.operand();
        boolean asked = !(operand.isBoolean() && !operand.booleanValue());
        return switch (test.operator()) {
            case NULL -> asked ? value.isNull() : value.isNotNull();
            case NNULL -> asked ? value.isNotNull() : value.isNull();
            case EMPTY -> empty(value, asked);
            case NEMPTY -> empty(value, !asked);
            case PRESENT, SUBMITTED -> value.isNotNull();
            case EQ -> operand.isNull() ? value.isNull() : equal(field, value, operand);
            case NEQ -> operand.isNull() ? value.isNotNull() : unequal(field, value, operand);
            case IN -> value.in(fitting(field, operand));
            case NIN -> noneOf(value, fitting(field, operand));
            case GT, GTE, LT, LTE -> ordered(test.operator(), field, value, operand);
            case BETWEEN -> between(field, value, operand).orElse(DSL.falseCondition());
            case NBETWEEN -> between(field, value, operand).map(DSL::not).orElseGet(value::isNotNull);
            default ->
                test.operator().comparesText() ? TextSearch.of(test.operator(), value, operand) : DSL.falseCondition();
        };
    }

    private static Condition empty(Field<Object> value, boolean wanted) {
        Field<String> text = value.cast(String.class);
        return wanted ? text.isNull().or(text.eq(DSL.inline(""))) : text.ne(DSL.inline(""));
    }

    private static Condition equal(FieldSchema field, Field<Object> value, JsonNode operand) {
        return Operand.of(field, operand)
                .map(fitting -> fitting.compared(value).eq(fitting.value()))
                .orElse(DSL.falseCondition());
    }

    private static Condition unequal(FieldSchema field, Field<Object> value, JsonNode operand) {
        return Operand.of(field, operand)
                .map(fitting -> fitting.compared(value).ne(fitting.value()))
                .orElseGet(value::isNotNull);
    }

    private static Condition ordered(Operator operator, FieldSchema field, Field<Object> value, JsonNode operand) {
        Optional<Operand> fitting = Operand.of(field, operand);
        if (fitting.isEmpty()) {
            return DSL.falseCondition();
        }
        Field<Object> compared = fitting.get().compared(value);
        Field<Object> limit = fitting.get().value();
        return switch (operator) {
            case GT -> compared.gt(limit);
            case GTE -> compared.ge(limit);
            case LT -> compared.lt(limit);
            default -> compared.le(limit);
        };
    }

    private static Optional<Condition> between(FieldSchema field, Field<Object> value, JsonNode operands) {
        if (operands.size() != 2) {
            return Optional.empty();
        }
        return Operand.of(field, operands.get(0))
                .flatMap(least -> Operand.of(field, operands.get(1)).map(most -> least.compared(value)
                        .ge(least.value())
                        .and(most.compared(value).le(most.value()))));
    }

    private static Condition noneOf(Field<Object> value, List<Field<Object>> operands) {
        return operands.isEmpty() ? value.isNotNull() : value.notIn(operands);
    }

    /** What the column can't hold is equal to none of its values. */
    private static List<Field<Object>> fitting(FieldSchema field, JsonNode operands) {
        List<Field<Object>> fitting = new ArrayList<>(operands.size());
        for (JsonNode operand : operands) {
            Operand.of(field, operand).filter(Operand::isOfColumn).ifPresent(known -> fitting.add(known.value()));
        }
        return fitting;
    }
}
