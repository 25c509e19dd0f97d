package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class RecordedRestIT extends OutsideTest {

    /** So many requests are sent today; fewer would mean that some were lost on the way. */
    private static final int LEAST = 186;

    @Test
    void answersAsRecorded() {
        RecordedRestCases cases = new RecordedRestCases(
                URI.create("http://127.0.0.1:" + Integer.getInteger("http.port") + "/"),
                System.getProperty("admin.token"),
                System.getProperty("admin.password"));

        assertThat(cases.run()).isEmpty();
        assertThat(cases.compared()).isGreaterThanOrEqualTo(LEAST);
    }
}
