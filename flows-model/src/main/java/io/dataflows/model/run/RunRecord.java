package io.dataflows.model.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.flow.JournalPolicy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as the journal keeps it: the searchable columns, and one document with everything else, redacted.
 *
 * @param number counts stored runs; it is the id of the run's activity and revision; 0 until the store gave one
 * @param flow id of the flow
 * @param user the caller, or null
 * @param finishedAt null while the run goes on
 * @param steps how many steps ran
 * @param failedStep key of the step that failed last, or null
 * @param error message of the fault that ended the run, or null
 * @param document {@code {trigger, accountability, env, steps:[…], data, finishRule}}; null for a policy that keeps none
 */
public record RunRecord(
        RunId id,
        long number,
        UUID flow,
        long flowRevision,
        String triggerKind,
        JournalPolicy journal,
        RunStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID user,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String origin,
        int steps,
        @Nullable String failedStep,
        @Nullable String error,
        @Nullable JsonNode document) {

    /** The same record with another document. */
    public RunRecord withDocument(@Nullable JsonNode other) {
        return new RunRecord(
                id,
                number,
                flow,
                flowRevision,
                triggerKind,
                journal,
                status,
                startedAt,
                finishedAt,
                user,
                ip,
                userAgent,
                origin,
                steps,
                failedStep,
                error,
                other);
    }
}
