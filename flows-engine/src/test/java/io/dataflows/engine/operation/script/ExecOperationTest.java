package io.dataflows.engine.operation.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.LoneStep;
import io.dataflows.model.capability.Script;
import io.dataflows.model.capability.ScriptRunner;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExecOperationTest {

    private static final Outcome DONE = new Outcome.Resolved(TextNode.valueOf("done"));

    private final FlowObject data = new FlowObject(Flows.json("{\"n\": 4}"), Flows.json("null"), Flows.json("{}"));
    private final List<Script> scripts = new ArrayList<>();

    @Test
    void runsTheRenderedCodeWithTheFlowObject() {
        assertThat(run(CompletableFuture.completedFuture(DONE), "{\"code\": \"f({{ $trigger.n }})\"}"))
                .isEqualTo(DONE);
        assertThat(scripts).extracting(Script::code).containsExactly("f(4)");
        assertThat(scripts).extracting(Script::data).containsExactly(data);
    }

    @Test
    void runsAnEmptyScriptWhereThereIsNoCode() {
        run(CompletableFuture.completedFuture(DONE), "{}");
        assertThat(scripts).extracting(Script::code).containsExactly("");
    }

    @Test
    void doesNotHoldTheThreadWhileAScriptRuns() {
        CompletableFuture<Outcome> running = new CompletableFuture<>();
        Outcome outcome = run(running, "{\"code\": \"slow\"}");
        running.complete(DONE);
        assertThat(outcome).isInstanceOf(Outcome.Pending.class);
        assertThat(((Outcome.Pending) outcome).outcome().toCompletableFuture()).isCompletedWithValue(DONE);
    }

    private Outcome run(CompletableFuture<Outcome> answer, String options) {
        ScriptRunner runner = script -> {
            scripts.add(script);
            return answer;
        };
        JsonNode given = Flows.json(options);
        return new LoneStep(new ExecOperation(), data, Capabilities.none().with(ScriptRunner.class, runner))
                .execute(given)
                .outcome();
    }
}
