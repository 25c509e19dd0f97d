package io.dataflows.engine.access;

import io.dataflows.model.access.UserAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Remembers accounts for five seconds, so that a busy caller costs no database read per request and a withdrawn one
 * still loses access within seconds. Accounts that aren't there are asked for each time.
 */
final class RecentAccounts {
    static final Duration AGE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    RecentAccounts(Clock clock) {
        this.clock = clock;
    }

    Optional<UserAccount> get(String key, Supplier<Optional<UserAccount>> store) {
        Instant now = clock.instant();
        Entry known = entries.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.account());
        }
        Optional<UserAccount> found = store.get();
        entries.remove(key);
        found.ifPresent(account -> remember(key, new Entry(account, now.plus(AGE))));
        return found;
    }

    void forget() {
        entries.clear();
    }

    private void remember(String key, Entry entry) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(key, entry);
    }

    private record Entry(UserAccount account, Instant until) {}
}
