package io.dataflows.engine.compile;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FlowVerifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionsTest {

    private static CompiledFlows flows(String options) {
        return FlowVerifier.given(draft("{\"trigger\":\"event\",\"options\":" + options + "}"))
                .engine()
                .compiled();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"action\",\"scope\":[\"items.create\"],\"collections\":[\"articles\"]} | articles.items.create | true",
                "{\"type\":\"action\",\"scope\":[\"items.create\"],\"collections\":[\"articles\"]} | articles.items.update | false",
                "{\"type\":\"action\",\"scope\":[\"items.create\"],\"collections\":[\"notes\"]} | articles.items.create | false",
                "{\"type\":\"action\",\"scope\":\"items.create,items.delete\",\"collections\":\"notes,articles\"} | articles.items.delete | true",
                "{\"type\":\"action\",\"scope\":[\"items.create\"]} | items.create | false",
                "{\"type\":\"action\",\"scope\":[\"items.create\"],\"collections\":[\"directus_users\"]} | users.create | true",
                "{\"type\":\"action\",\"scope\":[\"items.sort\"],\"collections\":[\"notes\"]} | items.sort | true",
                "{\"type\":\"action\",\"scope\":[\"*.items.create\"]} | articles.items.create | true",
                "{\"type\":\"action\",\"scope\":[\"*.create\"]} | articles.items.create | false",
                "{\"type\":\"action\",\"scope\":[\"**.create\"]} | articles.items.create | true",
                "{\"type\":\"action\",\"scope\":[\"auth.**\"]} | auth | true",
                "{\"type\":\"action\",\"scope\":[\"**\"]} | server.start | true",
                "{\"type\":\"action\",\"scope\":[\"art*.items.create\"]} | articles.items.create | false",
                "{\"type\":\"other\",\"scope\":[\"auth.login\"]} | auth.login | false",
                "{\"scope\":[\"auth.login\"]} | auth.login | false",
                "{} | auth.login | false",
            })
    void tellsTheFlowOfTheEventsThatItNames(String options, String event, boolean told) {
        CompiledFlows flows = flows(options);

        assertThat(flows.hasActions(event)).isEqualTo(told);
        assertThat(flows.actions(event)).hasSize(told ? 1 : 0);
        assertThat(flows.hasFilters(event)).isFalse();
    }

    @Test
    void knowsFiltersFromActions() {
        CompiledFlows flows = flows("{\"type\":\"filter\",\"scope\":[\"auth.login\"]}");

        assertThat(flows.hasFilters("auth.login")).isTrue();
        assertThat(flows.hasActions("auth.login")).isFalse();
    }

    @Test
    void tellsAFlowOnceThatNamesAnEventTwice() {
        CompiledFlows flows =
                flows("{\"type\":\"filter\",\"scope\":[\"auth.login\",\"auth.*\",\"**\",\"auth.login\"]}");

        assertThat(flows.filters("auth.login")).hasSize(1);
    }

    @Test
    void forgetsAFlowThatIsSwitchedOff() {
        FlowVerifier verifier =
                FlowVerifier.given(draft("{\"trigger\":\"event\",\"options\":{\"type\":\"action\",\"scope\":\"x\"}}"));
        CompiledFlows flows = verifier.engine().compiled();

        verifier.engine().library().deleteFlows(List.of(verifier.flow()), FlowVerifier.ADMIN);

        assertThat(flows.hasActions("x")).isFalse();
    }

    @Test
    void tellsTheOldestFlowFirst() {
        FlowVerifier verifier = FlowVerifier.given(draft(waiting("f0", "x")));
        List<String> names = new ArrayList<>(List.of("f0"));
        for (int i = 1; i < 20; i++) {
            verifier.clock().advance(java.time.Duration.ofSeconds(1));
            String name = "f" + i;
            names.add(name);
            verifier.engine()
                    .library()
                    .createFlows(List.of(draft(waiting(name, i % 3 == 0 ? "*" : "x"))), FlowVerifier.ADMIN);
        }

        assertThat(verifier.engine().compiled().filters("x"))
                .extracting(CompiledFlow::name)
                .isEqualTo(names);
    }

    private static String waiting(String name, String scope) {
        return "{\"name\":\"" + name + "\",\"trigger\":\"event\",\"options\":{\"type\":\"filter\",\"scope\":\"" + scope
                + "\"}}";
    }
}
