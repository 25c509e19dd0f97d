package io.dataflows.engine.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that stands still until a test moves it. */
public final class FakeClock extends Clock {

    private Instant now = Instant.parse("2026-03-10T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    void advanceTo(Instant instant) {
        now = now.isBefore(instant) ? instant : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock has one zone.");
    }
}
