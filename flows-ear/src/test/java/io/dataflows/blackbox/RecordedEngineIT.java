package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.recorded.Placeholders;
import io.dataflows.engine.recorded.RecordedCase;
import io.dataflows.engine.recorded.RecordedEngineCases;
import io.dataflows.engine.recorded.RecordedWorld;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The recorded flows of every operation that needs no collections, through the server as it is deployed. */
final class RecordedEngineIT extends OutsideTest {

    private static final Set<String> NEED_COLLECTIONS = Set.of("items", "notification");

    @Test
    void runsFlowsAsRecorded() throws Exception {
        try (RecordedWorld world = RecordedWorld.open(Integer.getInteger("smtp.port"))) {
            var server = new RecordedServer(anyone, administrator);
            var cases = new RecordedEngineCases(server, world, people());
            assertThat(String.join("\n", cases.run(RecordedEngineIT::isAsked))).isEmpty();
            assertThat(cases.compared()).isGreaterThan(160);
        }
    }

    @Test
    void startsFlowsAsRecorded() {
        var cases = new RecordedTriggerCases(anyone, administrator, people());
        assertThat(String.join("\n", cases.run())).isEmpty();
        assertThat(cases.compared()).isEqualTo(53);
    }

    /** Who isn't started by a call can't be called. */
    @Test
    void refusesCallsOfFlowsThatOtherFlowsStart() {
        UUID flow = UUID.randomUUID();
        new RecordedServer(anyone, administrator)
                .save(JsonNodeFactory.instance
                        .objectNode()
                        .put("id", flow.toString())
                        .put("name", "sub")
                        .put("trigger", "operation"));
        for (Caller caller : List.of(anyone, administrator)) {
            assertThat(caller.get("/flows/trigger/" + flow).status()).isEqualTo(403);
            assertThat(caller.post("/flows/trigger/" + flow, "{}").status()).isEqualTo(403);
        }
    }

    /** No editor can be made over HTTP yet. */
    private static boolean isAsked(RecordedCase recorded) {
        boolean editor = recorded.json().at("/call/auth").asText().equals("editor");
        return !NEED_COLLECTIONS.contains(recorded.group()) && !editor;
    }

    private Placeholders people() {
        JsonNode me = administrator.get("/users/me?fields=id,role").data();
        Placeholders people = new Placeholders();
        people.bind("<admin-user>", me.path("id").asText());
        people.bind("<admin-role>", me.path("role").asText());
        people.bind("<host>", "flows.example.com");
        return people;
    }
}
