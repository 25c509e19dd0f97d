package io.dataflows.engine.bench;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.compile.FlowCompiler;
import io.dataflows.engine.rules.DroolsDecider;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.model.flow.FlowDefinition;
import java.time.Clock;
import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;

/** Compiling one flow of ten operations: templates, filters, rules, KieBase. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g"})
public class CompileBenchmark {

    private FlowCompiler compiler;
    private FlowDefinition flow;

    @Setup
    public void setUp() {
        OperationCatalog catalog = OperationCatalog.installed(CompileBenchmark.class.getClassLoader());
        compiler = new FlowCompiler(catalog, new DroolsDecider(), Clock.systemUTC());
        flow = BenchEngine.with(new DroolsDecider(), new InMemoryFlowStore())
                .library()
                .createFlows(List.of(BenchFlows.ten("ten")), FlowVerifier.ADMIN)
                .get(0);
    }

    @Benchmark
    public CompiledFlow tenOperations() {
        return compiler.compile(flow);
    }
}
