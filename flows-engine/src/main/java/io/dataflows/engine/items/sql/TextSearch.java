package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.filter.Operator;
import io.dataflows.engine.json.JavaScriptNumber;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Looks for texts inside of texts; what is looked for never acts as a pattern. */
public final class TextSearch {
    private static final char ESCAPE = '!';

    private TextSearch() {}

    /** Whether the value holds the part, in any case. */
    public static Condition contains(Field<Object> value, String part) {
        return like(value, "%" + escaped(part) + "%", true, false);
    }

    static Condition of(Operator operator, Field<Object> value, JsonNode operand) {
        if (operand.isContainerNode() || operand.isNull() || operand.isPojo()) {
            return DSL.falseCondition();
        }
        String part = operand.isNumber() ? JavaScriptNumber.text(operand) : operand.asText();
        return like(value, pattern(operator, escaped(part)), operator.ignoresCaseInRows(), operator.isNegated());
    }

    private static String pattern(Operator operator, String part) {
        return switch (operator) {
            case CONTAINS, NCONTAINS, ICONTAINS -> "%" + part + "%";
            case STARTS_WITH, NSTARTS_WITH, ISTARTS_WITH, NISTARTS_WITH -> part + "%";
            default -> "%" + part;
        };
    }

    private static Condition like(Field<Object> value, String pattern, boolean ignoreCase, boolean negated) {
        if (pattern.indexOf('\0') >= 0) {
            // No database text holds it, and PostgreSQL doesn't even take it.
            return negated ? value.isNotNull() : DSL.falseCondition();
        }
        Field<String> text = value.coerce(String.class);
        Field<String> searched = ignoreCase ? DSL.lower(text) : text;
        Field<String> bound = DSL.val(ignoreCase ? pattern.toLowerCase(Locale.ROOT) : pattern);
        return negated ? searched.notLike(bound, ESCAPE) : searched.like(bound, ESCAPE);
    }

    private static String escaped(String part) {
        return part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
