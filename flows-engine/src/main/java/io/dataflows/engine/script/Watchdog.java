package io.dataflows.engine.script;

import io.dataflows.model.operation.Outcome;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends scripts that take too long or too much. One thread looks at all of them in turn, so that a short script costs an
 * entry in a set and nothing more; it sleeps while there is none.
 */
final class Watchdog implements AutoCloseable {

    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long IDLE = TimeUnit.SECONDS.toNanos(1);

    /** What one script gives back shows only after a collection: two at once would be one too many. */
    private static final long BETWEEN_VICTIMS = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private final ScriptLimits limits;
    private final HeapPressure heap = new HeapPressure();
    private final Set<ScriptRun> runs = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean asleep;
    private volatile boolean closed;
    private long lastVictim = System.nanoTime();

    Watchdog(ScriptLimits limits) {
        this.limits = limits;
        this.thread = new Thread(this::watch, "flows-script-watchdog");
        thread.setDaemon(true);
        thread.setContextClassLoader(Watchdog.class.getClassLoader());
        thread.start();
    }

    void add(ScriptRun run) {
        runs.add(run);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void remove(ScriptRun run) {
        runs.remove(run);
    }

    private void watch() {
        long lastSeen = System.nanoTime();
        while (!closed) {
            if (!runs.isEmpty()) {
                lastSeen = System.nanoTime();
                look();
            }
            if (System.nanoTime() - lastSeen < IDLE) {
                LockSupport.parkNanos(TURN);
            } else {
                sleep();
                lastSeen = System.nanoTime();
            }
        }
    }

    private void sleep() {
        asleep = true;
        // One that was added before the line above wakes nobody.
        while (runs.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void look() {
        for (ScriptRun run : runs) {
            if (run.outcome().isDone()) {
                runs.remove(run);
            } else if (run.age() > limits.time().toNanos()) {
                end(run, run.hasStarted() ? ScriptFaults.timedOut() : ScriptFaults.overloaded());
            } else if (run.allocated() > limits.allocation()) {
                end(run, ScriptFaults.outOfMemory(limits.bytes()));
            }
        }
        ScriptRun largest = largest();
        if (largest != null && heap.isHigh()) {
            lastVictim = System.nanoTime();
            heap.forget();
            end(largest, ScriptFaults.outOfMemory(limits.bytes()));
        }
    }

    /** The script that allocated most, if it is more than a script may hold. */
    private @Nullable ScriptRun largest() {
        if (System.nanoTime() - lastVictim < BETWEEN_VICTIMS) {
            return null;
        }
        return runs.stream()
                .filter(run -> run.allocated() > limits.bytes())
                .max(Comparator.comparingLong(ScriptRun::allocated))
                .orElse(null);
    }

    /** Each on a thread of its own: ending one waits until it is out, and the others must not wait for that. */
    private void end(ScriptRun run, Outcome reason) {
        runs.remove(run);
        run.outcome().complete(reason);
        if (run.hasStarted()) {
            start("flows-script-end", () -> run.end(reason));
            start("flows-script-report", () -> reportStuck(run));
        }
    }

    private static void reportStuck(ScriptRun run) {
        long until = System.nanoTime() + PATIENCE;
        while (!run.isGone() && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(TURN * 10);
        }
        run.report();
    }

    private static void start(String name, Runnable work) {
        Thread once = new Thread(work, name);
        once.setDaemon(true);
        once.start();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        runs.forEach(run -> end(run, ScriptFaults.closed()));
    }
}
