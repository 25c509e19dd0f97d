package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in data and operands, in milliseconds since 1970; texts without a zone are in UTC. */
final class DataDate {

    /** Farther than that no date exists in JavaScript. */
    private static final double MAX_MILLIS = 8.64e15;

    private static final Pattern MILLIS = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");

    private DataDate() {}

    /** NaN for what is no date. */
    static double read(JsonNode value) {
        if (value.isNumber()) {
            return within(value.doubleValue());
        }
        return value.isTextual() ? read(value.textValue()) : Double.NaN;
    }

    /** Like data, but null means 1970, and {@code 2026} as text means the year; NaN for what is no date. */
    static double operand(JsonNode operand) {
        Instant instant = Moment.of(operand);
        if (instant != null) {
            return instant.toEpochMilli();
        }
        if (operand.isTextual()) {
            return millis(DateText.parse(operand.textValue()));
        }
        return operand.isNull() ? 0 : read(operand);
    }

    private static double read(String text) {
        return MILLIS.matcher(text).matches() ? within(Double.parseDouble(text)) : millis(DateText.parse(text));
    }

    private static double millis(@Nullable Instant instant) {
        return instant == null ? Double.NaN : instant.toEpochMilli();
    }

    private static double within(double millis) {
        return Math.abs(millis) <= MAX_MILLIS ? (double) (long) millis : Double.NaN;
    }
}
