package io.dataflows.engine.operation.logic;

import static io.dataflows.engine.testkit.Flows.draft;

import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.FlowVerifier.Ended;
import org.junit.jupiter.api.Test;

class ConditionOperationTest {

    @Test
    void resolvesWhereTheFilterHolds() {
        run("{\"filter\": {\"$trigger\": {\"body\": {\"n\": {\"_gt\": 1}}}}}").thenReply("\"yes\"");
    }

    @Test
    void rejectsWhereItDoesNotOrTheMemberIsMissing() {
        run("{\"filter\": {\"$trigger\": {\"body\": {\"n\": {\"_gt\": 5}}}}}").thenReply("\"no\"");
        run("{\"filter\": {\"$trigger\": {\"body\": {\"m\": {\"_null\": true}}}}}")
                .thenReply("\"no\"");
    }

    @Test
    void resolvesWithoutFilterAndRejectsAnEmptyOne() {
        run("null").thenReply("\"yes\"");
        run("{\"filter\": {}}").thenReply("\"no\"");
    }

    private static Ended run(String options) {
        return FlowVerifier.given(draft("{\"operations\": {\"if\": {\"type\": \"condition\", \"options\": " + options
                        + ", \"resolve\": \"yes\", \"reject\": \"no\"},"
                        + " \"yes\": {\"type\": \"transform\", \"options\": {\"json\": \"\\\"yes\\\"\"}},"
                        + " \"no\": {\"type\": \"transform\", \"options\": {\"json\": \"\\\"no\\\"\"}}}}"))
                .whenWebhook("{\"n\": 2}");
    }
}
