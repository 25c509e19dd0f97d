package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as leniently as people write them in options; null for whatever is no number. */
final class Numbers {

    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?\\d{1,9}).*", Pattern.DOTALL);

    private Numbers() {}

    /** A number cut to its whole part, or the number that a text begins with. */
    static @Nullable Integer integer(JsonNode value) {
        if (value.isNumber()) {
            return value.canConvertToInt() ? value.intValue() : null;
        }
        Matcher matcher = LEADING_INTEGER.matcher(value.asText());
        return value.isTextual() && matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
    }

    /** A number, or what JavaScript's {@code Number} makes of a text; may be infinite. */
    static @Nullable Double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        double number = value.isTextual() ? JavaScriptNumber.parse(value.textValue()) : Double.NaN;
        return Double.isNaN(number) ? null : number;
    }
}
