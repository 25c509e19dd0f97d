package io.dataflows.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.ListedSecrets;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.capability.Script;
import io.dataflows.model.error.Fault;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs scripts in tests. */
final class Scripts implements AutoCloseable {

    static final String SECRET = "hunter2-hunter2";

    static final Concealment SECRETS = new ListedSecrets(List.of(SECRET));

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final GraalScriptRunner runner;

    Scripts(Duration time, int megabytes, int atOnce) {
        FlowLog lines = new FlowLog() {
            @Override
            public void info(RunId run, String stepKey, String message) {
                write(Level.INFO, run, stepKey, message);
            }

            @Override
            public void write(Level level, RunId run, String stepKey, String message) {
                log.add(level + " " + message);
            }
        };
        ScriptLimits limits = new ScriptLimits(time, (long) megabytes << 20, atOnce);
        runner = new GraalScriptRunner(limits, lines);
    }

    GraalScriptRunner runner() {
        return runner;
    }

    List<String> log() {
        return log;
    }

    static FlowObject data(String trigger) {
        return new FlowObject(Flows.json(trigger), Flows.json("null"), Flows.json("{\"REGION\": \"eu\"}"));
    }

    Outcome run(String code) {
        return run(code, data("{\"body\": {\"n\": 4}}"));
    }

    Outcome run(String code, FlowObject data) {
        try {
            return runner.run(new Script(new RunId(new UUID(0, 7)), "step", code, SECRETS, data))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new AssertionError("No outcome of: " + code, failure);
        }
    }

    /** Runs the body of a function of {@code data}; gives its value as a caller reads it. */
    String valueOf(String body) {
        return Json.write(resolved("module.exports = async function (data) { " + body + " }"));
    }

    JsonNode resolved(String code) {
        Outcome outcome = run(code);
        assertThat(outcome).as(code).isInstanceOf(Outcome.Resolved.class);
        return ((Outcome.Resolved) outcome).value();
    }

    Fault faultOf(String body) {
        return rejected("module.exports = async function (data) { " + body + " }");
    }

    Fault rejected(String code) {
        Outcome outcome = run(code);
        assertThat(outcome).as(code).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) outcome).fault();
    }

    @Override
    public void close() {
        runner.close();
    }
}
