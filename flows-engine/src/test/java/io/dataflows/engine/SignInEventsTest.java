package io.dataflows.engine;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.access.StoredRights;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryPolicyStore;
import io.dataflows.engine.testkit.InMemorySettingStore;
import io.dataflows.engine.testkit.InMemoryUserStore;
import io.dataflows.model.access.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInEventsTest {

    private static final String MAIL = "admin@example.com";
    private static final Origin HERE = new Origin("127.0.0.1", null, null);

    private final InMemoryUserStore users = new InMemoryUserStore();

    private static FlowVerifier given(String type, String operation) {
        return FlowVerifier.given(draft("{\"trigger\":\"event\",\"accountability\":\"all\",\"options\":{\"type\":\""
                + type + "\",\"scope\":[\"auth.login\"]},\"operations\":{\"a\":" + operation + "}}"));
    }

    private Access access(FlowVerifier verifier) {
        return Access.open(
                users,
                new StoredRights(new InMemoryPolicyStore(), verifier.clock()),
                new InMemorySettingStore(),
                verifier.queue(),
                Settings.of(Map.of("ADMIN_EMAIL", MAIL, "ADMIN_PASSWORD", "Passw0rd!")),
                verifier.clock(),
                verifier.engine().hooks());
    }

    @Test
    void tellOfGoodAndBadSignInsWithoutTheirPasswords() {
        FlowVerifier verifier = given("action", "{\"type\":\"log\",\"options\":{\"message\":\"x\"}}");
        Access access = access(verifier);

        assertThat(access.signIn(MAIL, "Passw0rd!", false, HERE)).isCompleted();
        assertThat(access.signIn(MAIL, "bad word", false, HERE)).isNotCompleted();
        verifier.queue().runAll();

        List<JsonNode> triggers = verifier.runs().stream()
                .map(run -> run.document().path("trigger"))
                .toList();
        assertThat(triggers)
                .extracting(trigger -> trigger.path("status").asText())
                .containsExactlyInAnyOrder("success", "fail");
        assertThat(triggers).allSatisfy(trigger -> {
            assertThat(trigger.path("event").asText()).isEqualTo("auth.login");
            assertThat(trigger.path("provider").asText()).isEqualTo("default");
            assertThat(trigger.path("user").asText())
                    .isEqualTo(users.findByEmail(MAIL).orElseThrow().id().toString());
            assertThat(trigger.toString()).doesNotContain("Passw0rd!").doesNotContain("bad word");
        });
    }

    @Test
    void letAFilterRefuseASignIn() {
        FlowVerifier verifier = given(
                "filter",
                "{\"type\":\"throw-error\",\"options\":{\"code\":\"closed\",\"status\":\"403\",\"message\":\"Closed\"}}");

        var stage = access(verifier).signIn(MAIL, "Passw0rd!", false, HERE);
        verifier.queue().runAll();

        assertThat(stage.toCompletableFuture())
                .isCompletedExceptionally()
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("Closed");
    }
}
