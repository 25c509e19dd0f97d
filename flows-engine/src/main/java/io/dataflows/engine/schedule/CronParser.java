package io.dataflows.engine.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rules as leniently, and as strictly, as the recorded product does. */
final class CronParser {

    private static final Pattern WORD = Pattern.compile("[a-z]{1,3}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:-(\\d+))?(?:/(\\d+))?");
    /** Those that come along when a rule is copied out of a page, too. */
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private static final CronUnit[] UNITS = CronUnit.values();

    private static final Map<String, String> ALIASES = Map.of(
            "@secondly", "* * * * * *",
            "@minutely", "0 * * * * *",
            "@hourly", "0 0 * * * *",
            "@daily", "0 0 0 * * *",
            "@weekly", "0 0 0 * * 0",
            "@monthly", "0 0 0 1 * *",
            "@yearly", "0 0 0 1 1 *",
            "@weekdays", "0 0 0 * * 1-5",
            "@weekends", "0 0 0 * * 0,6");

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    private final String rule;

    private CronParser(String rule) {
        this.rule = rule;
    }

    /** Six fields, the seconds first. */
    static List<CronField> parse(String rule) {
        return new CronParser(rule).fields();
    }

    private List<CronField> fields() {
        String lower = rule.toLowerCase(Locale.ROOT);
        String[] texts = BLANKS.matcher(numbers(ALIASES.getOrDefault(lower, lower)))
                .replaceAll(" ")
                .strip()
                .split(" ");
        if (texts.length < UNITS.length - 1 || texts.length > UNITS.length) {
            int count = texts.length == 1 && texts[0].isEmpty() ? 0 : texts.length;
            throw unreadable("has " + count + " fields. Maybe write minute, hour, day of month, month and weekday, "
                    + "with the second before them or without it.");
        }
        CronField[] fields = new CronField[UNITS.length];
        int skipped = UNITS.length - texts.length;
        for (int index = 0; index < UNITS.length; index++) {
            fields[index] = field(UNITS[index], index < skipped ? "0" : texts[index - skipped]);
        }
        return Arrays.asList(fields);
    }

    /** Names count in any field, as the number that they stand for. */
    private String numbers(String text) {
        return WORD.matcher(text).replaceAll(word -> {
            int month = MONTHS.indexOf(word.group());
            int number = month >= 0 ? month + 1 : WEEKDAYS.indexOf(word.group());
            if (number < 0) {
                throw unreadable("has a word (" + word.group() + ") that is no month or weekday. Maybe one of jan to "
                        + "dec, sun to sat, or a whole rule such as @daily.");
            }
            return Integer.toString(number);
        });
    }

    private CronField field(CronUnit unit, String text) {
        long bits = 0;
        for (String part : text.split(",", -1)) {
            bits |= part(unit, part);
        }
        return CronField.of(unit, bits, text.indexOf('*') >= 0 || text.indexOf('/') >= 0);
    }

    private long part(CronUnit unit, String part) {
        String range = part.startsWith("*") ? unit.lowest() + "-" + unit.highest() + part.substring(1) : part;
        Matcher matcher = RANGE.matcher(range);
        // What follows a star may only be a step: "*5" is no range to 595.
        if (!matcher.matches() || (part.startsWith("*") && part.length() > 1 && part.charAt(1) != '/')) {
            throw unreadable(
                    unit,
                    part,
                    "can't be read. Maybe write a number, a range (1-5), a list (1,2) or a step " + "(*/5).");
        }
        int lowest = number(matcher.group(1));
        boolean open = matcher.group(2) == null && matcher.group(3) != null;
        int highest = matcher.group(2) == null ? lowest : number(matcher.group(2));
        int step = matcher.group(3) == null ? 1 : number(matcher.group(3));
        check(unit, part, lowest, highest, step);
        return bits(lowest, open ? unit.highest() : highest, step);
    }

    private void check(CronUnit unit, String part, int lowest, int highest, int step) {
        if (step == 0) {
            throw unreadable(unit, part, "has a step of zero. Maybe leave the step out.");
        } else if (lowest > highest) {
            throw unreadable(unit, part, "is a range that runs backwards. Maybe write two ranges, with a comma.");
        } else if (lowest < unit.lowest() || highest > unit.highest()) {
            throw unreadable(
                    unit,
                    part,
                    "is out of range. Maybe a number from " + unit.lowest() + " to " + unit.highest() + ".");
        }
    }

    private static long bits(int lowest, int highest, int step) {
        long bits = 0;
        for (long value = lowest; value <= highest; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }

    /** Numbers too large for anything are all the same. */
    private static int number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }

    private CronException unreadable(CronUnit unit, String part, String fact) {
        return unreadable("has a " + unit.text() + " field (" + part + ") that " + fact);
    }

    private CronException unreadable(String fact) {
        return new CronException("Schedule \"" + rule + "\" " + fact);
    }
}
