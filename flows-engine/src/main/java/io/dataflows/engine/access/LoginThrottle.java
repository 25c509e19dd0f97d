package io.dataflows.engine.access;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.FlowsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses an address that keeps failing to sign in to one account: ten times in a minute, then it has to wait. */
final class LoginThrottle {
    static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** A password check takes so long that nobody can fail this often within the window. */
    static final int MOST = 10_000;

    /** The oldest window comes first; whoever makes up e-mail addresses only pushes the oldest ones out. */
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    private final Clock clock;

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @throws FlowsException REQUESTS_EXCEEDED */
    synchronized void check(String email, @Nullable String ip) {
        Failures known = failures.get(key(email, ip));
        if (known != null && known.count() >= FAILURES && clock.instant().isBefore(known.until())) {
            throw FlowsException.of(ErrorCode.REQUESTS_EXCEEDED, "Too many failed sign-ins. Try again in a minute.");
        }
    }

    synchronized void failed(String email, @Nullable String ip) {
        Instant now = clock.instant();
        forgetEnded(now);
        String key = key(email, ip);
        Failures known = failures.get(key);
        if (known == null) {
            makeRoom();
            failures.put(key, new Failures(1, now.plus(WINDOW)));
        } else {
            failures.put(key, new Failures(known.count() + 1, known.until()));
        }
    }

    synchronized void succeeded(String email, @Nullable String ip) {
        failures.remove(key(email, ip));
    }

    synchronized int size() {
        return failures.size();
    }

    private void forgetEnded(Instant now) {
        Iterator<Failures> oldestFirst = failures.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().until())) {
            oldestFirst.remove();
        }
    }

    private void makeRoom() {
        if (failures.size() >= MOST) {
            Iterator<Failures> oldestFirst = failures.values().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
    }

    private static String key(String email, @Nullable String ip) {
        return email + ' ' + ip;
    }

    private record Failures(int count, Instant until) {}
}
