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

    private static final Pattern PART = Pattern.compile("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]+)?)?"
            + "|((?:GMT|UTC|(?<=[0-9 ]))[+-][0-9]{2}:?(?:[0-9]{2})?(?![0-9]))"
            + "|([0-9]+)|([A-Za-z]+)|(\\([^()]*\\))|([\\s,./-])");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String DAYS = "sunmontuewedthufrisat";

    private static final Map<String, Integer> ZONES = Map.of(
            "gmt", 0, "utc", 0, "ut", 0, "z", 0, "est", -5, "edt", -4, "cst", -6, "cdt", -5, "mst", -7, "pst", -8);

    private final List<Integer> numbers = new ArrayList<>(3);
    private int month;
    private int hour;
    private int minute;
    private int second;
    private boolean timed;
    private int offsetMinutes;

    private LenientDate() {}

    static @Nullable Instant parse(String text) {
        Matcher part = PART.matcher(text);
        LenientDate date = new LenientDate();
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at || !date.take(part)) {
                return null;
            }
            at = part.end();
        }
        return date.instant();
    }

    private boolean take(Matcher part) {
        if (part.group(1) != null) {
            return takeTime(part);
        }
        if (part.group(4) != null) {
            return takeOffset(part.group(4));
        }
        if (part.group(5) != null) {
            return takeNumber(part.group(5));
        }
        return part.group(6) == null || takeWord(part.group(6).toLowerCase(Locale.ROOT));
    }

    private boolean takeTime(Matcher part) {
        hour = Integer.parseInt(part.group(1));
        minute = Integer.parseInt(part.group(2));
        second = part.group(3) == null ? 0 : Integer.parseInt(part.group(3));
        boolean first = !timed;
        timed = true;
        return first && hour < 24 && minute < 60 && second < 60;
    }

    private boolean takeOffset(String text) {
        if (!timed) {
            return false;
        }
        String digits = text.replaceAll("[^0-9]", "");
        int minutes = Integer.parseInt(digits.substring(0, 2)) * 60
                + (digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0);
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
            boolean valid = timed && hour >= 1 && hour <= 12;
            hour = hour % 12 + (word.equals("pm") ? 12 : 0);
            return valid;
        }
        return word.length() >= 3 && takeName(word.substring(0, 3));
    }

    private boolean takeName(String name) {
        int at = MONTHS.indexOf(name);
        if (at >= 0 && at % 3 == 0) {
            month = at / 3 + 1;
            return true;
        }
        return DAYS.indexOf(name) % 3 == 0;
    }

    private @Nullable Instant instant() {
        if (month > 0 && !numbers.isEmpty() && numbers.size() < 3) {
            return named();
        }
        if (month > 0 || numbers.size() != 3) {
            return null;
        }
        return numbers.get(0) > 31
                ? instant(numbers.get(0), numbers.get(1), numbers.get(2))
                : instant(numbers.get(2), numbers.get(0), numbers.get(1));
    }

    private @Nullable Instant named() {
        int first = numbers.get(0);
        if (numbers.size() == 1) {
            return first > 31 ? instant(first, month, 1) : instant(2001, month, first);
        }
        return first > 31 ? instant(first, month, numbers.get(1)) : instant(numbers.get(1), month, first);
    }

    private @Nullable Instant instant(int year, int monthOfYear, int day) {
        if (monthOfYear < 1 || monthOfYear > 12 || day < 1 || day > 31) {
            return null;
        }
        int fullYear = year < 50 ? year + 2000 : year < 100 ? year + 1900 : year;
        LocalDateTime date =
                LocalDate.of(fullYear, monthOfYear, 1).plusDays(day - 1L).atTime(hour, minute, second);
        return date.minusMinutes(offsetMinutes).toInstant(ZoneOffset.UTC);
    }
}
