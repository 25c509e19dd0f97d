package io.dataflows.engine.script;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells when the JVM's heap gets scarce. */
final class HeapPressure {

    /** Beyond this share after a collection, what is left is mostly in use: a small collection leaves old garbage. */
    private static final double SCARCE_IN_USE = 0.85;

    /** Beyond this share with garbage the next collection may come too late. */
    private static final double SCARCE_IN_ALL = 0.93;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private static final Set<String> HEAP_POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<GarbageCollectorMXBean> COLLECTORS =
            ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);

    private long seen = -1;

    /** From now on only collections count that are still to come: earlier ones saw what a script held that was ended. */
    void forget() {
        GcInfo last = last();
        seen = last == null ? -1 : last.getEndTime();
    }

    boolean isHigh() {
        MemoryUsage heap = MEMORY.getHeapMemoryUsage();
        return heap.getUsed() > heap.getMax() * SCARCE_IN_ALL || afterCollection() > heap.getMax() * SCARCE_IN_USE;
    }

    private long afterCollection() {
        GcInfo last = last();
        return last == null || last.getEndTime() <= seen ? 0 : used(last);
    }

    private static @Nullable GcInfo last() {
        GcInfo last = null;
        for (GarbageCollectorMXBean collector : COLLECTORS) {
            last = later(last, collector.getLastGcInfo());
        }
        return last;
    }

    private static @Nullable GcInfo later(@Nullable GcInfo one, @Nullable GcInfo other) {
        return one == null || other != null && other.getEndTime() > one.getEndTime() ? other : one;
    }

    private static long used(GcInfo collection) {
        return collection.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> HEAP_POOLS.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
