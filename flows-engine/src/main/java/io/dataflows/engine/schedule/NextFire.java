package io.dataflows.engine.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Looks for the next instant of a rule, from one change of the clocks to the next: in between, the clocks just run. */
record NextFire(CronExpression rule, ZoneRules zone) {

    /** Only for rules that do fire. */
    Instant after(Instant instant) {
        Instant from = instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        while (true) {
            Instant found = notBefore(from);
            ZoneOffsetTransition change = zone.nextTransition(from);
            if (change == null || found.isBefore(change.getInstant())) {
                return found;
            }
            from = change.getInstant();
        }
    }

    /** The first fire not before the instant, as if the clocks were never changed after it. */
    private Instant notBefore(Instant from) {
        ZoneOffset offset = zone.getOffset(from);
        LocalDateTime wall = LocalDateTime.ofEpochSecond(from.getEpochSecond(), 0, offset);
        ZoneOffsetTransition last = rule.namesHours() ? lastChange(from) : null;
        if (last == null) {
            return rule.nextOnWall(wall).toInstant(offset);
        } else if (last.isGap()) {
            boolean now = last.getInstant().equals(from) && swallows(last);
            return now ? from : rule.nextOnWall(wall).toInstant(offset);
        }
        boolean again = wall.isBefore(last.getDateTimeBefore());
        return rule.nextOnWall(again ? last.getDateTimeBefore() : wall).toInstant(offset);
    }

    /** Whether a time of the rule lies in the gap. */
    private boolean swallows(ZoneOffsetTransition gap) {
        return rule.nextOnWall(gap.getDateTimeBefore()).isBefore(gap.getDateTimeAfter());
    }

    private @Nullable ZoneOffsetTransition lastChange(Instant from) {
        return zone.previousTransition(from.plusNanos(1));
    }
}
