package io.dataflows.engine.bench;

import io.dataflows.engine.script.GraalScriptRunner;
import io.dataflows.engine.script.ScriptLimits;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.ListedSecrets;
import io.dataflows.model.capability.Script;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Runs of a script of three lines, one after another: a fresh context, data in, the call, the result out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g"})
public class ScriptBenchmark {

    private static final String CODE =
            """
            module.exports = async function (data) {
                const total = data.$trigger.body.items.reduce((sum, item) => sum + item.price * item.count, 0);
                return { id: data.$trigger.body.id, total, large: total > 100 };
            };
            """;

    private GraalScriptRunner runner;
    private Script script;

    @Setup
    public void setUp() {
        runner = new GraalScriptRunner(ScriptLimits.of(Settings.of(Map.of())), (run, step, line) -> {});
        FlowObject data = new FlowObject(
                Flows.json(
                        """
                        {"path": "/trigger/x", "query": {}, "method": "POST", "headers": {"content-type": "application/json",
                         "user-agent": "bench"}, "body": {"id": 4711, "items": [{"price": 12.5, "count": 2}, {"price": 90, "count": 1}]}}"""),
                Flows.json("{\"user\": null, \"role\": null, \"roles\": [], \"admin\": false, \"app\": false}"),
                Flows.json("{}"));
        script = new Script(new RunId(new UUID(0, 1)), "script", CODE, new ListedSecrets(List.of()), data);
        if (!run().toString().contains("\"total\":115")) {
            throw new IllegalStateException("The script doesn't do its work: " + run());
        }
    }

    @TearDown
    public void tearDown() {
        runner.close();
    }

    @Benchmark
    public Outcome run() {
        return runner.run(script).toCompletableFuture().join();
    }
}
