package io.dataflows.web.webhook;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.ApiLimits;
import io.dataflows.engine.Listing;
import io.dataflows.web.http.QueryString;
import io.dataflows.web.http.RequestBodies;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookCallsTest {
    private static final ApiLimits LIMITS = new ApiLimits(10, 100, -1, 10);

    private final WebhookCalls calls =
            new WebhookCalls(new Listing(LIMITS, Clock.systemUTC()), new RequestBodies(LIMITS));

    @ParameterizedTest
    @ValueSource(strings = {"xml", "yaml", "zzz"})
    void refusesAFormatThatItCanNotWriteBeforeAnythingRuns(String format) {
        assertThatThrownBy(() -> calls.checkKnown(QueryString.parse("export=" + format)))
                .hasMessageStartingWith("Invalid query. \"export\" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export=json", "export=csv", "export=csv_utf8", "page=2", "anything=x", ""})
    void letsEverythingElsePass(String query) {
        assertThatCode(() -> calls.checkKnown(QueryString.parse(query))).doesNotThrowAnyException();
    }
}
