package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code $env} holds the listed settings; nothing else of the process can be read by a template or a return path. */
class EnvironmentReachTest {

    private static final String HIDDEN = "not-to-be-read";

    private static final Map<String, String> SETTINGS = Map.of(
            "FLOWS_ENV_ALLOW_LIST", "OPEN, NOT_SET",
            "OPEN", "may be read",
            "SECRET", HIDDEN,
            "ADMIN_TOKEN", HIDDEN,
            "ADMIN_PASSWORD", HIDDEN,
            "DB_PASSWORD", HIDDEN,
            "EMAIL_SMTP_PASSWORD", HIDDEN);

    @Test
    void exposesTheListedSettingsOnly() {
        assertThat(run("\"{{ $env }}\"", "$last")).isEqualTo("{\"v\":{\"OPEN\":\"may be read\"}}");
        assertThat(run("\"{{ $env.SECRET }}\"", "$last")).isEqualTo("{\"v\":\"undefined\"}");
    }

    @Test
    void reachesNothingElse() {
        List<String> paths = new ArrayList<>();
        for (String name : List.of(
                "SECRET", "ADMIN_TOKEN", "DB_PASSWORD", "HOME", "PATH", "java.home", "user.name", "java.version")) {
            for (String base : List.of(
                    "", "$env.", "process.env.", "$env.__proto__.", "System.getenv.", "systemProperties.", "env.")) {
                paths.add(base + name);
            }
            paths.add("$env['" + name + "']");
            paths.add("$env[\"OPEN\"]['" + name + "']");
            paths.add("['$env']['" + name + "']");
        }
        for (String path : paths) {
            assertThat(run("\"{{ " + path.replace("\"", "\\\"") + " }}\"", "$last"))
                    .as(path)
                    .isEqualTo("{\"v\":\"undefined\"}");
            assertThat(run("1", path)).as(path).isEqualTo("nothing");
        }
    }

    @Test
    void holdsNothingElseInTheWholeFlowObject() {
        assertThat(run("\"{{ $trigger }} {{ $accountability }} {{ $env }}\"", "$all"))
                .doesNotContain(HIDDEN, System.getProperty("java.home"), System.getProperty("java.class.path"));
    }

    private static String run(String json, String path) {
        ObjectNode draft = Flows.draft(
                "{\"operations\":{\"a\":{\"type\":\"transform\",\"options\":{\"json\":{\"v\":" + json + "}}}}}");
        draft.set("options", Json.object().put("method", "POST").put("return", path));
        var value = FlowVerifier.given(draft, SETTINGS).whenWebhook("{}").reply();
        return value.fold(
                answered -> answered.value() == null || answered.value().isMissingNode()
                        ? "nothing"
                        : Json.write(answered.value()),
                accepted -> "accepted",
                refused -> "refused: " + refused.fault().message());
    }
}
