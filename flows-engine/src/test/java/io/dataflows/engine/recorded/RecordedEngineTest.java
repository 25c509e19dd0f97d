package io.dataflows.engine.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedEngineTest {

    private static final String HOST = "flows.example.com";

    private static final Map<String, String> SETTINGS = Map.of(
            "FLOWS_ENV_ALLOW_LIST", "PUBLIC_URL,MY_SECRET",
            "PUBLIC_URL", "http://" + HOST,
            "MY_SECRET", "sup3rs3cretvalue");

    @Test
    void answersAndJournalsAsRecorded() {
        var people = RecordedPeople.of(new UUID(1, 1), new UUID(1, 2), new UUID(2, 1), new UUID(2, 2));
        Placeholders known = people.placeholders();
        known.bind("<host>", HOST);
        try (var product = new InMemoryProduct(people, SETTINGS)) {
            var cases = new RecordedEngineCases(product, new NoOutside(), known);
            var differences = cases.run(one ->
                    Set.of("engine", "transform", "log", "sleep", "throw-error").contains(one.group()));
            assertThat(String.join("\n", differences)).isEmpty();
            assertThat(cases.compared()).isGreaterThan(50);
        }
    }
}
