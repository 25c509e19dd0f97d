package io.dataflows.engine.operation.data;

import static io.dataflows.engine.testkit.Flows.draft;

import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.FlowVerifier.Ended;
import io.dataflows.model.run.RunStatus;
import org.junit.jupiter.api.Test;

class TransformOperationTest {

    @Test
    void givesAValueOfAnyKind() {
        run("{\"json\": {\"n\": \"{{ $trigger.body.n }}\", \"t\": \"no. {{ $trigger.body.n }}\"}}")
                .thenReply("{\"n\": 1, \"t\": \"no. 1\"}");
        run("{\"json\": 7}").thenReply("7");
        run("{\"json\": null}").thenReply("null");
        run("{}").thenReply("null");
    }

    @Test
    void readsTextAsJsonAfterItsTemplates() {
        run("{\"json\": \"[{{ $trigger.body.n }}, 2]\"}").thenReply("[1, 2]");
        run("{\"json\": \"{{ $trigger.body }}\"}").thenReply("{\"n\": 1}");
    }

    @Test
    void rejectsTextThatIsNotJson() {
        run("{\"json\": \"{n: 1\"}").thenReply("{}").thenStatus(RunStatus.FAILED);
    }

    private static Ended run(String options) {
        return FlowVerifier.given(
                        draft("{\"operations\": {\"a\": {\"type\": \"transform\", \"options\": " + options + "}}}"))
                .whenWebhook("{\"n\": 1}");
    }
}
