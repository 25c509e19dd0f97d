package io.dataflows.engine.bench;

import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.compile.FlowCompiler;
import io.dataflows.engine.rules.DroolsDecider;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.model.flow.FlowDefinition;
import java.time.Clock;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Compiling a thousand flows of ten operations in a fresh JVM, and the heap that each one keeps. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xmx1g"})
public class StartBenchmark {

    private static final int FLOWS = 1_000;

    private final List<FlowDefinition> flows = new ArrayList<>();
    private final List<CompiledFlow> compiled = new ArrayList<>();
    private long before;

    @Setup
    public void setUp() {
        var library =
                BenchEngine.with(new DroolsDecider(), new InMemoryFlowStore()).library();
        for (int index = 0; index < FLOWS; index++) {
            flows.addAll(library.createFlows(List.of(BenchFlows.ten("flow" + index)), FlowVerifier.ADMIN));
        }
        before = usedKib();
    }

    @Benchmark
    public void thousandFlows() {
        OperationCatalog catalog = OperationCatalog.installed(StartBenchmark.class.getClassLoader());
        FlowCompiler compiler = new FlowCompiler(catalog, new DroolsDecider(), Clock.systemUTC());
        flows.forEach(flow -> compiled.add(compiler.compile(flow)));
    }

    @TearDown
    public void tellHeap() {
        System.out.printf("Heap per compiled flow: %d KiB%n", (usedKib() - before) / FLOWS);
    }

    private static long usedKib() {
        for (int round = 0; round < 4; round++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }
}
