package io.dataflows.engine.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people and mail headers write them: {@code Mar 10, 2026 10:00}, {@code 3/10/2026}, {@code … GMT+0100}. */
final class LenientDate {

    private static final Pattern PART = Pattern.compile(
            "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]+))?)?"
                    + "|((?:GMT|UTC|(?<=[0-9 ]))[+-][0-9]{1,2}:?(?:[0-9]{2})?(?![0-9]))"
                    + "|([0-9]+)|([A-Za-z]+)|(\\([^()]*\\))|([\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff,./-])");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final Map<String, Integer> ZONES = Map.of(
            "gmt", 0, "utc", 0, "ut", 0, "z", 0, "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "pst", -8);

    private final List<Integer> numbers = new ArrayList<>(3);
    private int month;
    private int hour;
    private int minute;
    private int second;
    private int millis;
    private boolean timed;
    private int offsetMinutes;

    private LenientDate() {}

    static @Nullable Instant parse(String text) {
        Matcher part = PART.matcher(text);
        LenientDate date = new LenientDate();
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at || !date.take(part) || date.isGlued(part, text)) {
                return null;
            }
            // A sign that touches a number only separates it from the next one.
            boolean separated = part.group(6) != null && text.startsWith("-", part.end());
            at = separated ? part.end() + 1 : part.end();
        }
        return date.instant();
    }

    private boolean take(Matcher part) {
        if (part.group(1) != null) {
            return takeTime(part);
        }
        if (part.group(5) != null) {
            return takeOffset(part.group(5));
        }
        if (part.group(6) != null) {
            return takeNumber(part.group(6));
        }
        return part.group(7) == null || takeWord(part.group(7).toLowerCase(Locale.ROOT));
    }

    private boolean takeTime(Matcher part) {
        hour = Integer.parseInt(part.group(1));
        minute = Integer.parseInt(part.group(2));
        second = part.group(3) == null ? 0 : Integer.parseInt(part.group(3));
        millis = part.group(4) == null ? 0 : Integer.parseInt((part.group(4) + "00").substring(0, 3));
        boolean first = !timed;
        timed = true;
        boolean midnight = hour == 24 && minute + second + millis == 0;
        return first && (hour < 24 || midnight) && minute < 60 && second < 60;
    }

    private boolean takeOffset(String text) {
        if (!timed) {
            return false;
        }
        String digits = text.replaceAll("[^0-9]", "");
        int number = Integer.parseInt(digits);
        int minutes = digits.length() > 2 ? number / 100 * 60 + number % 100 : number * 60;
        offsetMinutes = text.contains("-") ? -minutes : minutes;
        return true;
    }

    private boolean takeNumber(String digits) {
        boolean fits = digits.length() <= 6 && numbers.size() < 3;
        if (fits) {
            numbers.add(Integer.parseInt(digits));
        }
        return fits;
    }

    private boolean takeWord(String word) {
        Integer zone = ZONES.get(word);
        if (zone != null) {
            offsetMinutes = zone * 60;
            return true;
        }
        if (word.equals("am") || word.equals("pm")) {
            boolean valid = timed && hour <= 12;
            hour = hour % 12 + (word.equals("pm") ? 12 : 0);
            return valid;
        }
        return word.length() >= 3 && takeMonth(word.substring(0, 3)) || isGarbage();
    }

    private boolean takeMonth(String name) {
        int at = MONTHS.indexOf(name);
        boolean found = at >= 0 && at % 3 == 0;
        month = found ? at / 3 + 1 : month;
        return found;
    }

    /** A number must stand apart from the words before it. */
    private boolean isGlued(Matcher part, String text) {
        boolean digitNext = part.end() < text.length() && Character.isDigit(text.charAt(part.end()));
        return part.group(7) != null && digitNext && month == 0;
    }

    /** Any other word, such as the day of the week, may only stand before the first number. */
    private boolean isGarbage() {
        return numbers.isEmpty() && !timed;
    }

    /** What is missing counts as 1; a number that can't be a day is the year. */
    private @Nullable Instant instant() {
        if (numbers.isEmpty()) {
            return null;
        }
        while (numbers.size() < 3) {
            numbers.add(1);
        }
        int first = numbers.get(0);
        int next = numbers.get(1);
        boolean yearFirst = first < 1 || first > 31;
        if (month > 0) {
            return yearFirst ? instant(first, month, next) : instant(next, month, first);
        }
        return yearFirst ? instant(first, next, numbers.get(2)) : instant(numbers.get(2), first, next);
    }

    private @Nullable Instant instant(int year, int monthOfYear, int day) {
        if (monthOfYear < 1 || monthOfYear > 12 || day < 1 || day > 31) {
            return null;
        }
        int fullYear = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
        LocalDateTime date = LocalDate.of(fullYear, monthOfYear, 1)
                .plusDays(day - 1L + hour / 24)
                .atTime(hour % 24, minute, second, millis * 1_000_000);
        return DateText.withinRange(date.minusMinutes(offsetMinutes).toInstant(ZoneOffset.UTC));
    }
}
