package io.dataflows.engine.run;

import io.dataflows.model.run.RunId;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Ids that grow with time (UUID version 7, RFC 9562), so that an index of them stays compact. */
public final class RunIds implements Supplier<RunId> {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;

    public RunIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RunId get() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() >>> 2) | VARIANT;
        return new RunId(new UUID(high, low));
    }
}
