package io.dataflows.engine.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedRequestTest {

    @Test
    void requestsAsRecorded() {
        var people = RecordedPeople.of(new UUID(1, 1), new UUID(1, 2), new UUID(2, 1), new UUID(2, 2));
        try (var world = RecordedWorld.open(0);
                var product = new InMemoryProduct(people, Map.of("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1"))) {
            var cases = new RecordedEngineCases(product, world, people.placeholders());
            var differences = cases.run(one -> one.group().equals("request"));
            assertThat(String.join("\n", differences)).isEmpty();
            assertThat(cases.compared()).isEqualTo(38);
        }
    }
}
