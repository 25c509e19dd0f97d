package io.dataflows.engine.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;

/**
 * The same rules without any arithmetic: looks at one instant and says whether the rule fires then.
 *
 * @param fields the values of second, minute, hour, day of month, month and weekday (Sunday is 0)
 * @param namesHours whether the hour field has neither a star nor a step
 */
record SlowCron(List<Set<Integer>> fields, boolean namesHours, ZoneId zone) {

    boolean fires(Instant instant) {
        LocalDateTime wall = LocalDateTime.ofInstant(instant, zone);
        if (!namesHours) {
            return matches(wall);
        }
        boolean first = ZonedDateTime.of(wall, zone).toInstant().equals(instant);
        return (first && matches(wall)) || endsAGapWithAMatch(instant);
    }

    private boolean endsAGapWithAMatch(Instant instant) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant.minusNanos(1));
        if (change == null || !change.getInstant().equals(instant)) {
            return false;
        }
        LocalDateTime wall = change.getDateTimeBefore();
        while (wall.isBefore(change.getDateTimeAfter())) {
            if (matches(wall)) {
                return true;
            }
            wall = wall.plusSeconds(1);
        }
        return false;
    }

    private boolean matches(LocalDateTime wall) {
        boolean day = fields.get(3).contains(wall.getDayOfMonth());
        boolean weekday = fields.get(5).contains(wall.getDayOfWeek().getValue() % 7);
        boolean everyDay = fields.get(3).size() == 31;
        boolean everyWeekday = fields.get(5).size() == 7;
        return fields.get(0).contains(wall.getSecond())
                && fields.get(1).contains(wall.getMinute())
                && fields.get(2).contains(wall.getHour())
                && fields.get(4).contains(wall.getMonthValue())
                && (everyDay || everyWeekday ? day && weekday : day || weekday);
    }
}
