package io.dataflows.example;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import org.junit.jupiter.api.Test;

class HashOperationTest {

    private static final String FLOW =
            """
            {"operations": {"sign": {"type": "hash", "options": {
              "text": "{{ $trigger.body.text }}", "key": "{{ $trigger.body.key }}", "method": "HmacSHA256"}}}}""";

    @Test
    void signsText() {
        FlowVerifier.given(draft(FLOW), new HashOperation())
                .whenWebhook("{\"text\": \"what do ya want for nothing?\", \"key\": \"Jefe\"}")
                .thenReply("\"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843\"");
    }

    @Test
    void rejectsWithoutAKey() {
        var ended =
                FlowVerifier.given(draft(FLOW), new HashOperation()).whenWebhook("{\"text\": \"a\", \"key\": \"\"}");
        assertThat(ended.value().path("code").asText()).isEqualTo("INVALID_PAYLOAD");
    }
}
