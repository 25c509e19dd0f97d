package io.dataflows.engine.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule of five fields (minute, hour, day of month, month, weekday) or six (the second first). A day counts when both
 * its number and its weekday fit; when both fields leave days out, one of them is enough.
 */
public final class CronExpression {

    private final CronField second;
    private final CronField minute;
    private final CronField hour;
    private final CronField day;
    private final CronField month;
    private final CronField weekday;

    private CronExpression(List<CronField> fields) {
        this.second = fields.get(0);
        this.minute = fields.get(1);
        this.hour = fields.get(2);
        this.day = fields.get(3);
        this.month = fields.get(4);
        this.weekday = fields.get(5);
    }

    /** @throws CronException for a text that is no rule */
    public static CronExpression parse(String rule) {
        return new CronExpression(CronParser.parse(rule));
    }

    /** Whether no year has a day for it, as for February 30. */
    public boolean neverFires() {
        if (!day.isRestricted() || weekday.isRestricted()) {
            return false;
        }
        for (Month each : Month.values()) {
            if (month.holds(each.getValue()) && day.first() <= each.maxLength()) {
                return false;
            }
        }
        return true;
    }

    /**
     * The first instant after the given one at which the rule fires, in whole seconds; none when it never does.
     *
     * <p>When clocks are put forward or back, a rule that names its hours fires once for each time that it names: at the
     * first of two equal times, and right after a gap for times that the gap swallowed. A rule with {@code *} or a step
     * in its hour field goes on with the clock on the wall: not in the gap, and twice where the clock shows a time twice.
     */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        return neverFires() ? Optional.empty() : Optional.of(new NextFire(this, zone.getRules()).after(after));
    }

    /** Whether it names its hours, rather than firing every so many of them. */
    boolean namesHours() {
        return !hour.rolling();
    }

    /** The first fitting time on the clock on the wall, not before the given one. Only for rules that do fire. */
    LocalDateTime nextOnWall(LocalDateTime from) {
        LocalTime time = fits(from.toLocalDate()) ? nextTime(from.toLocalTime()) : null;
        return time != null
                ? from.toLocalDate().atTime(time)
                : nextDay(from.toLocalDate().plusDays(1)).atTime(hour.first(), minute.first(), second.first());
    }

    /** At most eight years away: from one leap day to the next around a year such as 2100. */
    private LocalDate nextDay(LocalDate from) {
        LocalDate date = from;
        while (!fits(date)) {
            date = month.holds(date.getMonthValue())
                    ? date.plusDays(1)
                    : date.withDayOfMonth(1).plusMonths(1);
        }
        return date;
    }

    private boolean fits(LocalDate date) {
        boolean dayFits = day.holds(date.getDayOfMonth());
        boolean weekdayFits = weekday.holds(date.getDayOfWeek().getValue() % 7);
        boolean either = day.isRestricted() && weekday.isRestricted();
        return month.holds(date.getMonthValue()) && (either ? dayFits || weekdayFits : dayFits && weekdayFits);
    }

    private @Nullable LocalTime nextTime(LocalTime from) {
        if (hour.holds(from.getHour())) {
            LocalTime time = nextWithinHour(from);
            if (time != null) {
                return time;
            }
        }
        int next = hour.next(from.getHour() + 1);
        return next < 0 ? null : LocalTime.of(next, minute.first(), second.first());
    }

    private @Nullable LocalTime nextWithinHour(LocalTime from) {
        int sameMinute = minute.holds(from.getMinute()) ? second.next(from.getSecond()) : -1;
        if (sameMinute >= 0) {
            return LocalTime.of(from.getHour(), from.getMinute(), sameMinute);
        }
        int next = minute.next(from.getMinute() + 1);
        return next < 0 ? null : LocalTime.of(from.getHour(), next, second.first());
    }
}
