package io.dataflows.engine.bench;

import io.dataflows.engine.FlowEngine;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.rules.DroolsDecider;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.WalkingDecider;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.WebhookCall;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Runs of five pure steps on one thread: the whole engine, templates and filters included, stores aside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g"})
public class RunBenchmark {

    /** Who decides: rules, or a walk written by hand. */
    @Param({"drools", "walker"})
    public String decider = "drools";

    /** With "all" the run's document is made as well, though not stored. */
    @Param({"null", "\"all\""})
    public String accountability = "null";

    private FlowEngine engine;
    private WebhookCall call;

    @Setup
    public void setUp() {
        Decider deciding = decider.equals("drools") ? new DroolsDecider() : new WalkingDecider();
        Wired wired = BenchEngine.with(deciding, new InMemoryFlowStore());
        var flow = wired.library()
                .createFlows(List.of(BenchFlows.five(accountability)), FlowVerifier.ADMIN)
                .get(0);
        engine = wired.engine();
        call = BenchEngine.call(flow);
        Reply reply = engine.handle(call).toCompletableFuture().join();
        if (!reply.toString().contains("Order 4711: 12.5")) {
            throw new IllegalStateException("The flow doesn't do its work: " + reply);
        }
    }

    @Benchmark
    public CompletionStage<Reply> fiveOperations() {
        return engine.handle(call);
    }
}
