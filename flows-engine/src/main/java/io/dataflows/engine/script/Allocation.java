package io.dataflows.engine.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Bytes that one thread allocates, as the JVM counts them; 0 in a JVM that doesn't. */
final class Allocation {

    private static final ThreadMXBean THREADS = threads();

    private volatile long thread = -1;
    private volatile long before;

    private static ThreadMXBean threads() {
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    /** Counts what this thread allocates from now on. */
    void begin() {
        before = THREADS.getCurrentThreadAllocatedBytes();
        thread = Thread.currentThread().getId();
    }

    long bytes() {
        long id = thread;
        if (id < 0) {
            return 0;
        }
        return Math.max(0, THREADS.getThreadAllocatedBytes(id) - before);
    }
}
