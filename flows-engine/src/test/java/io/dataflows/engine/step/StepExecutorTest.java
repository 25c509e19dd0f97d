package io.dataflows.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.json.Json;
import io.dataflows.engine.operation.data.TransformOperation;
import io.dataflows.engine.secret.CapturedLog;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.testkit.LoneStep;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.FlowObject;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class StepExecutorTest {

    private final StepExecutor executor = new StepExecutor();
    private final StepContext context = new LoneStep(new TransformOperation(), FlowObject.of(Json.object())).context();
    private final RunSecrets secrets = KnownSecrets.of(Json.object(), List.of()).ofRun(Json.object(), null);

    @Test
    void keepsTheFaultOfWorkThatFailedElsewhere() {
        Fault fault = fault(executor.settled(null, new CompletionException(Refusals.forbidden()), context, secrets));
        assertThat(fault.code()).isEqualTo("FORBIDDEN");
        assertThat(fault.status()).isEqualTo(403);
    }

    @Test
    void tellsTheLogWhichStepFailedElsewhere() {
        secrets.conceal("canary-1");
        try (CapturedLog log = new CapturedLog()) {
            executor.settled(null, new IllegalStateException("broken canary-1"), context, secrets);
            assertThat(log.text())
                    .contains("Run " + context.runId() + ", step step failed", "broken --redacted--")
                    .doesNotContain("canary-1");
        }
    }

    @Test
    void callsAnythingElseABugOfTheOperation() {
        assertThat(fault(executor.settled(null, new IllegalStateException("broken"), context, secrets)))
                .extracting(Fault::kind, Fault::message)
                .containsExactly(FaultKind.BUG, "broken");
        assertThat(fault(executor.settled(null, null, context, secrets)).kind()).isEqualTo(FaultKind.BUG);
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Rejected) outcome).fault();
    }
}
