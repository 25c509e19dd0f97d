package io.dataflows.engine.operation.debug;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogOperationTest {

    @Test
    void writesTextAsItIsAndOtherValuesAsJson() {
        assertThat(logged("\"hello {{ $trigger.body.name }}\"")).containsExactly("hello Ada");
        assertThat(logged("\"{{ $trigger.body.list }}\"")).containsExactly("[1,null]");
        assertThat(logged("[1, true]")).containsExactly("[1,true]");
        assertThat(logged("null")).containsExactly("");
    }

    @Test
    void masksWhatIsSecret() {
        assertThat(logged("\"{{ $trigger.body.payload }}\""))
                .singleElement()
                .asString()
                .contains("password")
                .doesNotContain("canary");
    }

    private static List<String> logged(String message) {
        var verifier = FlowVerifier.given(draft(
                "{\"operations\": {\"a\": {\"type\": \"log\", \"options\": " + "{\"message\": " + message + "}}}}"));
        verifier.whenWebhook("{\"name\": \"Ada\", \"list\": [1, null], \"payload\": {\"password\": \"canary\"}}")
                .thenReply("null");
        return verifier.log();
    }
}
