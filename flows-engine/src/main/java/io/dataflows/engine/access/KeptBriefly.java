package io.dataflows.engine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was read for five seconds, so that a change on another node counts within seconds. What is read while
 * something is forgotten, or inside a transaction that may roll back, isn't kept.
 */
final class KeptBriefly<K, V> {
    static final Duration AGE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();
    private final BooleanSupplier mayRollBack;
    private final Clock clock;

    KeptBriefly(BooleanSupplier mayRollBack, Clock clock) {
        this.mayRollBack = mayRollBack;
        this.clock = clock;
    }

    V get(K key, Supplier<V> store) {
        Instant now = clock.instant();
        @Nullable Entry<V> known = entries.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        long before = forgotten.get();
        V found = store.get();
        if (!mayRollBack.getAsBoolean()) {
            keep(key, new Entry<>(found, now.plus(AGE)), before);
        }
        return found;
    }

    private void keep(K key, Entry<V> entry, long before) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(key, entry);
        if (forgotten.get() != before) {
            entries.remove(key, entry);
        }
    }

    void forget() {
        forgotten.incrementAndGet();
        entries.clear();
    }

    private record Entry<V>(V value, Instant until) {}
}
