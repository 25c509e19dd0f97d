package io.dataflows.engine.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moves a date by a text such as {@code -1 day}; days, weeks, months and years follow the calendar of the zone. */
final class DateAdjustment {

    private static final int MAX_TEXT = 100;

    /** Farther than that no date exists in JavaScript. */
    private static final double MAX_MILLIS = 8.64e15;

    private static final double MAX_MONTHS = MAX_MILLIS / Duration.ofDays(28).toMillis();

    private static final Pattern TEXT = Pattern.compile("([+-]?)(-?[0-9]*\\.?[0-9]+) *([A-Za-z]*)");

    private DateAdjustment() {}

    /** @return the moved date, or null when the text isn't understood or leads to no date */
    static @Nullable Instant apply(Instant from, String text, ZoneId zone) {
        Matcher matcher = TEXT.matcher(text);
        if (text.length() > MAX_TEXT || !matcher.matches()) {
            return null;
        }
        double amount = Double.parseDouble(matcher.group(2)) * (matcher.group(1).equals("-") ? -1 : 1);
        return move(from.atZone(zone), amount, matcher.group(3).toLowerCase(Locale.ROOT));
    }

    private static @Nullable Instant move(ZonedDateTime from, double amount, String unit) {
        return switch (unit) {
            case "ms", "msec", "msecs", "millisecond", "milliseconds" -> millis(from, amount);
            case "s", "sec", "secs", "second", "seconds" -> millis(from, amount * 1000);
            case "m", "min", "mins", "minute", "minutes" -> millis(from, amount * 60_000);
            case "h", "hr", "hrs", "hour", "hours" -> millis(from, amount * 3_600_000);
            case "", "d", "day", "days" -> days(from, amount);
            case "w", "week", "weeks" -> days(from, amount * 7);
            case "mo", "mth", "month", "months" -> months(from, amount);
            case "y", "yr", "yrs", "year", "years" -> months(from, amount * 12);
            default -> null;
        };
    }

    private static @Nullable Instant millis(ZonedDateTime from, double amount) {
        double moved = from.toInstant().toEpochMilli() + amount;
        return Math.abs(moved) > MAX_MILLIS ? null : Instant.ofEpochMilli((long) moved);
    }

    /** The day of the month moves first and is truncated then, as in JavaScript: half a day back is a day back. */
    private static @Nullable Instant days(ZonedDateTime from, double amount) {
        long day = (long) (from.getDayOfMonth() + amount);
        return Math.abs(amount) > MAX_MILLIS / 86_400_000
                ? null
                : from.plusDays(day - from.getDayOfMonth()).toInstant();
    }

    private static @Nullable Instant months(ZonedDateTime from, double amount) {
        if (Math.abs(amount) > MAX_MONTHS || amount == 0) {
            return amount == 0 ? from.toInstant() : null;
        }
        long month = (long) (from.getMonthValue() + amount);
        return from.plusMonths(month - from.getMonthValue()).toInstant();
    }
}
