package io.dataflows.model.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.trigger.Accountability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it ended: what the journal keeps and the reply is made of.
 *
 * @param triggerKind {@code webhook}, {@code manual}, …
 * @param accountability the caller, or null where there is none
 * @param trigger the value of {@code $trigger}
 * @param env the value of {@code $env}
 * @param steps in the order in which they ended
 * @param data the whole Flow Object at the end
 * @param fault why the run failed, or null
 * @param stopped whether a limit or a defect ended the run before its time
 * @param finishRule name of the rule that ended the run
 */
public record RunReport(
        RunId id,
        FlowVersion version,
        String triggerKind,
        JournalPolicy journal,
        RunStatus status,
        Instant startedAt,
        Instant finishedAt,
        @Nullable Accountability accountability,
        JsonNode trigger,
        JsonNode env,
        List<StepRun> steps,
        FlowObject data,
        @Nullable Fault fault,
        boolean stopped,
        String finishRule) {

    public RunReport {
        steps = List.copyOf(steps);
    }
}
