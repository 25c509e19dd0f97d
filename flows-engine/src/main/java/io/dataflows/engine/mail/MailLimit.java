package io.dataflows.engine.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.setting.MailSettings.Limit;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How many mails a flow may send in a time; each node counts for itself. */
public final class MailLimit {

    private static final int MOST_FLOWS = 10_000;

    /** A time that began with a flow's first mail. */
    private record Window(Instant end, int mails) {}

    private final Optional<Limit> limit;
    private final Clock clock;
    private final Cache<UUID, Window> windows =
            Caffeine.newBuilder().maximumSize(MOST_FLOWS).build();

    /** @param limit empty for no limit */
    public MailLimit(Optional<Limit> limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @throws FlowsException EMAIL_LIMIT_EXCEEDED when the flow has sent as many as it may */
    public void count(UUID flow) {
        limit.ifPresent(most -> {
            Window window = windows.asMap().compute(flow, (id, before) -> next(before, most));
            if (window != null && window.mails() > most.points()) {
                throw exceeded(most);
            }
        });
    }

    private Window next(@org.jspecify.annotations.Nullable Window before, Limit most) {
        Instant now = clock.instant();
        if (before == null || !now.isBefore(before.end())) {
            return new Window(now.plus(most.duration()), 1);
        }
        return new Window(before.end(), Math.min(before.mails(), most.points()) + 1);
    }

    private static FlowsException exceeded(Limit most) {
        Duration time = most.duration();
        String message = most.message()
                .orElse("A flow may send " + most.points() + " mails in " + time.toSeconds()
                        + " seconds. Maybe raise RATE_LIMITER_EMAIL_FLOWS_POINTS.");
        var extensions = Json.object().put("points", most.points()).put("duration", time.toSeconds());
        return new FlowsException(Fault.of(ErrorCode.EMAIL_LIMIT_EXCEEDED, FaultKind.OPERATIONAL, message, extensions));
    }
}
