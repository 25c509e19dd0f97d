package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the default of a column, which databases write as an expression. */
final class DefaultValue {

    /** A text, perhaps with the type that it is given as. */
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'(?:::[\\w .\"()]+)?", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("\\(?(-?\\d+(?:\\.\\d+)?)\\)?(?:::[\\w .\"()]+)?");

    private DefaultValue() {}

    /** The value; null where there is none, or where it is one that only the database can compute. */
    static @Nullable JsonNode of(@Nullable String expression) {
        String text = expression == null ? "" : expression.strip();
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return TextNode.valueOf(quoted.group(1).replace("''", "'"));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            return number(new BigDecimal(number.group(1)));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    /** Whether the database computes the value anew for each row. */
    static boolean isComputed(@Nullable String expression) {
        return expression != null
                && of(expression) == null
                && !expression.strip().toUpperCase(Locale.ROOT).startsWith("NULL");
    }

    private static JsonNode number(BigDecimal number) {
        boolean small = number.scale() <= 0 && number.precision() <= 18;
        return small ? LongNode.valueOf(number.longValue()) : DecimalNode.valueOf(number);
    }
}
