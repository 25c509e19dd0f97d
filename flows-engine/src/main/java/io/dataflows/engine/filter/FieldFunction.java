package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.time.temporal.WeekFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function in place of a field: {@code year(created)}. Dates are taken apart in UTC. */
final class FieldFunction {

    private static final Map<String, TemporalField> DATE_PARTS = Map.of(
            "year", ChronoField.YEAR,
            "month", ChronoField.MONTH_OF_YEAR,
            "week", WeekFields.SUNDAY_START.weekOfWeekBasedYear(),
            "day", ChronoField.DAY_OF_MONTH,
            "hour", ChronoField.HOUR_OF_DAY,
            "minute", ChronoField.MINUTE_OF_HOUR,
            "second", ChronoField.SECOND_OF_MINUTE);

    private final String name;
    private final String member;

    private FieldFunction(String name, String member) {
        this.name = name;
        this.member = member;
    }

    /** The function that a field's name spells, or null where it is an ordinary name. */
    static @Nullable FieldFunction of(String field) {
        int open = field.indexOf('(');
        int close = field.lastIndexOf(')');
        return open > 0 && close > open + 1
                ? new FieldFunction(
                        field.substring(0, open),
                        field.substring(open + 1, close).strip())
                : null;
    }

    /** The name of the member that it reads. */
    String member() {
        return member;
    }

    /** @throws FilterException when there is no such function, or the value is no date text */
    JsonNode apply(@Nullable JsonNode value) {
        if (name.equals("count")) {
            return value != null && value.isArray() ? IntNode.valueOf(value.size()) : NullNode.getInstance();
        }
        TemporalField part = DATE_PARTS.get(name);
        if (part == null && !name.equals("weekday")) {
            throw new FilterException("TypeError", "There is no function \"" + name + "\".");
        }
        if (value == null || !value.isTextual()) {
            throw new FilterException("TypeError", "Function \"" + name + "\" needs a date as text.");
        }
        Instant instant = DateText.iso(value.textValue());
        return instant == null ? DoubleNode.valueOf(Double.NaN) : part(instant.atZone(ZoneOffset.UTC), part);
    }

    private static JsonNode part(ZonedDateTime date, @Nullable TemporalField part) {
        return IntNode.valueOf(part == null ? date.getDayOfWeek().getValue() % 7 : date.get(part));
    }
}
