package io.dataflows.engine.operation.time;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.model.run.RunStatus;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SleepOperationTest {

    @ParameterizedTest
    @CsvSource({"2500,2500", "'\"1000\"',1000", "1.9,1", "'\" 1e3 \"',1000", "'\"0x10\"',16"})
    void waitsForNumbersAndNumericText(String milliseconds, long expected) {
        assertThat(slept(milliseconds, RunStatus.SUCCEEDED)).isEqualTo(Duration.ofMillis(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-5", "null", "\"soon\"", "true", "\"NaN\"", "\"5000d\"", "\"5000f\"", "\"0x1p3\"", "\"\""})
    void doesNotWaitForAnythingElse(String milliseconds) {
        assertThat(slept(milliseconds, RunStatus.SUCCEEDED)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "\"1e300\"", "\"Infinity\""})
    void rejectsWhatNobodyLivesToSee(String milliseconds) {
        assertThat(slept(milliseconds, RunStatus.FAILED)).isZero();
    }

    private static Duration slept(String milliseconds, RunStatus status) {
        var verifier = FlowVerifier.given(draft("{\"operations\": {\"a\": {\"type\": \"sleep\", \"options\": "
                + "{\"milliseconds\": " + milliseconds + "}}}}"));
        var before = verifier.clock().instant();
        verifier.whenWebhook("{}").thenStatus(status);
        return Duration.between(before, verifier.clock().instant());
    }
}
