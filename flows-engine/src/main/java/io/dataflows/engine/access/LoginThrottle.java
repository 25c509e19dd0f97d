package io.dataflows.engine.access;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refuses an address that keeps failing to sign in to one account: ten times in a minute, then it has to wait. */
final class LoginThrottle {
    static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws FlowsException REQUESTS_EXCEEDED */
    void check(String email, @Nullable String ip) {
        Failures known = failures.get(key(email, ip));
        if (known != null && known.count() >= FAILURES && clock.instant().isBefore(known.until())) {
            throw FlowsException.of(ErrorCode.REQUESTS_EXCEEDED, "Too many failed sign-ins. Try again in a minute.");
        }
    }

    void failed(String email, @Nullable String ip) {
        Instant now = clock.instant();
        if (failures.size() >= MOST) {
            failures.values().removeIf(known -> !now.isBefore(known.until()));
        }
        failures.merge(
                key(email, ip),
                new Failures(1, now.plus(WINDOW)),
                (known, one) -> now.isBefore(known.until()) ? new Failures(known.count() + 1, known.until()) : one);
    }

    void succeeded(String email, @Nullable String ip) {
        failures.remove(key(email, ip));
    }

    private static String key(String email, @Nullable String ip) {
        return email + ' ' + ip;
    }

    private record Failures(int count, Instant until) {}
}
