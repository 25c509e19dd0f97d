package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads operands as JavaScript does. */
final class Operands {

    private Operands() {}

    static List<JsonNode> list(JsonNode operand) {
        if (!operand.isArray()) {
            return List.of(operand);
        }
        List<JsonNode> elements = new ArrayList<>(operand.size());
        operand.forEach(elements::add);
        return elements;
    }

    /** {@code Number(value)}; NaN for dates, so that they are compared as dates. */
    static double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isTextual()) {
            return JavaScriptNumber.parse(value.textValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (value.isArray()) {
            return JavaScriptNumber.parse(text(value));
        }
        return value.isNull() ? 0 : Double.NaN;
    }

    /** {@code String(value)}: what messages show. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            StringJoiner elements = new StringJoiner(",");
            value.forEach(element -> elements.add(element.isNull() ? "" : text(element)));
            return elements.toString();
        }
        if (value.isObject()) {
            return "[object Object]";
        }
        Instant instant = Moment.of(value);
        if (instant != null) {
            return Moment.spoken(instant, ZoneOffset.UTC);
        }
        return value.isNumber() ? JavaScriptNumber.text(value) : value.asText();
    }
}
