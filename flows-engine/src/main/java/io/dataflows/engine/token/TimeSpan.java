package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time: a number of seconds, or text such as {@code 2h} or {@code 1 day}, milliseconds without a unit. */
final class TimeSpan {

    private static final int LONGEST_TEXT = 100;
    private static final Pattern TEXT = Pattern.compile("(-?\\d*\\.?\\d+) *([a-z]*)", Pattern.CASE_INSENSITIVE);
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private TimeSpan() {}

    /** The moment that lies so long after another one, both in seconds since 1970; empty when that can't be read. */
    static OptionalDouble after(double seconds, JsonNode length) {
        if (length.isNumber()) {
            return OptionalDouble.of(seconds + length.doubleValue());
        }
        OptionalDouble read = length.isTextual() ? seconds(length.textValue()) : OptionalDouble.empty();
        return read.isPresent() ? OptionalDouble.of(Math.floor(seconds + read.getAsDouble())) : read;
    }

    private static OptionalDouble seconds(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.length() > LONGEST_TEXT || !matcher.matches()) {
            return OptionalDouble.empty();
        }
        double unit = unit(matcher.group(2).toLowerCase(Locale.ROOT));
        return unit == 0 ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(matcher.group(1)) * unit);
    }

    /** Seconds of a unit; 0 for a word that is none. */
    private static double unit(String word) {
        return switch (word) {
            case "", "ms", "msec", "msecs", "millisecond", "milliseconds" -> 0.001;
            case "s", "sec", "secs", "second", "seconds" -> 1;
            case "m", "min", "mins", "minute", "minutes" -> MINUTE;
            case "h", "hr", "hrs", "hour", "hours" -> HOUR;
            case "d", "day", "days" -> DAY;
            case "w", "week", "weeks" -> 7 * DAY;
            case "y", "yr", "yrs", "year", "years" -> 365.25 * DAY;
            default -> 0;
        };
    }
}
