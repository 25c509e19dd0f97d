package io.dataflows.engine.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.setting.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedEngineTest {

    private static final String HOST = "flows.example.com";

    private static final Map<String, String> SETTINGS = Map.of(
            "FLOWS_ENV_ALLOW_LIST", "PUBLIC_URL,MY_SECRET",
            "PUBLIC_URL", "http://" + HOST,
            "MY_SECRET", "sup3rs3cretvalue",
            "FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1");

    @Test
    void answersAndJournalsAsRecorded() {
        var people = RecordedPeople.ofFixtures();
        Placeholders known = people.placeholders();
        known.bind("<host>", HOST);
        try (var world = RecordedWorld.open(0);
                var product = new InMemoryProduct(people, RecordedEngineTest::wired)) {
            var cases = new RecordedEngineCases(product, world, known);
            var differences = cases.run(one -> true);
            System.out.println("Recorded flows: " + cases.compared() + " of "
                    + RecordedEngineCases.all().size() + " run, " + differences.size() + " differences, "
                    + Differences.count() + " on purpose.");
            assertThat(String.join("\n", differences)).isEmpty();
            assertThat(cases.compared()).isEqualTo(249);
        }
    }

    private static FlowEngineBuilder wired(FlowEngineBuilder builder) {
        return builder.settings(Settings.of(SETTINGS));
    }
}
