package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.operation.StepContext;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls other flows: active ones whose trigger is {@code operation}. */
public interface FlowCaller {

    /**
     * Runs a flow once for each payload, on the caller's account, and gives what each run gave, in the same order; JSON
     * null for a run that gave nothing. A step of such a run that rejects is that run's own affair.
     *
     * <p>When there is no flow to call, nothing runs, the server's log gets a warning, and each payload gets null. The
     * stage fails with a {@link io.dataflows.model.error.FlowsException} when a limit or a defect ended a run; payloads
     * that weren't begun by then are left out. It is complete on return unless a run waits.
     *
     * @param flow id of the flow as the step has it: any text, or null
     * @param groupSize so many payloads, one or more, are begun before any of them has to end; the next ones follow when
     *     all of these ended. The server may begin fewer at a time.
     */
    CompletionStage<List<JsonNode>> call(
            @Nullable String flow, List<JsonNode> payloads, int groupSize, StepContext caller);
}
