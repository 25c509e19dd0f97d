package io.dataflows.engine.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates written as ISO 8601 text, with a fall-back to the forms that people write. Without a zone they are in UTC. */
public final class DateText {

    private static final int MAX_TEXT = 100;

    private static final Pattern ISO = Pattern.compile("([+-][0-9]{6}|[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
            + "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]+))?)?"
            + "([Zz]|([+-])([0-9]{2}):?([0-9]{2})?)?)?");

    /** An offset without minutes is ISO 8601, but not what JavaScript reads. */
    private static final Pattern HOUR_OFFSET = Pattern.compile(".*:[0-9.]+[+-][0-9]{2}");

    private static final long MAX_MILLIS = 8_640_000_000_000_000L;

    private DateText() {}

    /** @return the date, or null when the text is none */
    public static @Nullable Instant parse(String text) {
        if (text.length() > MAX_TEXT) {
            return null;
        }
        Instant iso = HOUR_OFFSET.matcher(text).matches() ? null : iso(text);
        return iso != null ? iso : LenientDate.parse(text);
    }

    /** ISO 8601 only; days beyond the month's end run on into the next month, up to 31. */
    static @Nullable Instant iso(String text) {
        Matcher iso = ISO.matcher(text);
        return text.length() <= MAX_TEXT && iso.matches() ? instant(iso) : null;
    }

    private static @Nullable Instant instant(Matcher iso) {
        int month = number(iso.group(2), 1);
        int day = number(iso.group(3), 1);
        int hour = number(iso.group(4), 0);
        int minute = number(iso.group(5), 0);
        int second = number(iso.group(6), 0);
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        if (month < 1
                || month > 12
                || day < 1
                || day > 31
                || minute > 59
                || second > 59
                || hour > 23 && !midnight
                || !isOffset(iso)) {
            return null;
        }
        LocalDate date = LocalDate.of(number(iso.group(1), 0), month, 1).plusDays(day - 1L + (midnight ? 1 : 0));
        LocalTime time = LocalTime.of(midnight ? 0 : hour, minute, second, millis(iso.group(7)) * 1_000_000);
        return withinRange(date.atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(offset(iso)));
    }

    /** Farther from 1970 than that no date exists in JavaScript. */
    static @Nullable Instant withinRange(Instant instant) {
        return Math.abs(instant.toEpochMilli()) <= MAX_MILLIS ? instant : null;
    }

    private static boolean isOffset(Matcher iso) {
        return number(iso.group(10), 0) < 24 && number(iso.group(11), 0) < 60;
    }

    private static long offset(Matcher iso) {
        String sign = iso.group(9);
        if (sign == null) {
            return 0;
        }
        long seconds = number(iso.group(10), 0) * 3600L + number(iso.group(11), 0) * 60L;
        return sign.equals("-") ? -seconds : seconds;
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
