package io.dataflows.engine.script;

import io.dataflows.engine.setting.Settings;
import java.time.Duration;

/**
 * How much a script may take.
 *
 * @param time from its start to its answer
 * @param bytes of memory that it may hold; what can't be measured follows from it
 * @param atOnce scripts that run at the same time
 */
public record ScriptLimits(Duration time, long bytes, int atOnce) {

    private static final int FEWEST_AT_ONCE = 4;
    private static final int MOST_AT_ONCE = 64;

    /** The administrator's limits; as many scripts at once as fill half of the heap when each holds what it may. */
    public static ScriptLimits of(Settings settings) {
        long bytes = settings.scriptMaxMemory() * (1L << 20);
        long fitting = Runtime.getRuntime().maxMemory() / 2 / bytes;
        int atOnce = (int) Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, fitting));
        return new ScriptLimits(settings.scriptTimeout(), bytes, atOnce);
    }

    /** Characters of one text. */
    long textLength() {
        return bytes / 8;
    }

    /** Elements of one typed array, bytes of one buffer. */
    long arrayLength() {
        return Math.min(bytes, Integer.MAX_VALUE - 8);
    }

    /** Bytes that a script may allocate in all, garbage included: a bound where the heap is large. */
    long allocation() {
        return bytes * 64;
    }

    /** Statements: no machine executes more of them in the time, so it counts only where the watchdog gets no turn. */
    long statements() {
        return Math.max(1, time.toMillis()) * 100_000;
    }
}
