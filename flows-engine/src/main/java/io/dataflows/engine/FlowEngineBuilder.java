package io.dataflows.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.LoopGuard;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.engine.compile.FlowCompiler;
import io.dataflows.engine.compile.FlowValidator;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.filter.CompiledFilter;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.journal.Redactor;
import io.dataflows.engine.journal.RunDocuments;
import io.dataflows.engine.journal.RunRecords;
import io.dataflows.engine.json.EnvValues;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.rules.DroolsDecider;
import io.dataflows.engine.run.RunIds;
import io.dataflows.engine.run.RunLimits;
import io.dataflows.engine.run.Runner;
import io.dataflows.engine.script.GraalScriptRunner;
import io.dataflows.engine.script.ScriptLimits;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.step.StepExecutor;
import io.dataflows.model.capability.ConditionJudge;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.capability.ScriptRunner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wires an engine by hand: in the servers, in tests, and wherever somebody embeds it. */
public final class FlowEngineBuilder {

    private Settings settings = Settings.of(Map.of());
    private Clock clock = Clock.systemUTC();
    private OperationCatalog catalog;
    private Decider decider = new DroolsDecider();
    private Capabilities capabilities = Capabilities.none();
    private @Nullable FlowStore flows;
    private @Nullable RunStore runs;
    private @Nullable WorkQueue queue;

    /** An engine with the operations that are on the class path. */
    public FlowEngineBuilder() {
        this.catalog = OperationCatalog.installed(FlowEngineBuilder.class.getClassLoader());
        this.capabilities = capabilities.with(FlowLog.class, new ServerLog());
    }

    public FlowEngineBuilder settings(Settings value) {
        settings = value;
        return this;
    }

    public FlowEngineBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    public FlowEngineBuilder catalog(OperationCatalog value) {
        catalog = value;
        return this;
    }

    /** Who decides; rules, unless something else is to be compared with them. */
    public FlowEngineBuilder decider(Decider value) {
        decider = value;
        return this;
    }

    public <C> FlowEngineBuilder capability(Class<C> type, C value) {
        capabilities = capabilities.with(type, value);
        return this;
    }

    public FlowEngineBuilder flows(FlowStore value) {
        flows = value;
        return this;
    }

    public FlowEngineBuilder runs(RunStore value) {
        runs = value;
        return this;
    }

    public FlowEngineBuilder queue(WorkQueue value) {
        queue = value;
        return this;
    }

    /** Builds the engine; flows, runs and queue must be set. Stored flows are taken over by {@link Wired#load}. */
    public Wired build() {
        FlowStore flowStore = requireNonNull(flows, "flows");
        RunStore runStore = requireNonNull(runs, "runs");
        WorkQueue workQueue = requireNonNull(queue, "queue");
        List<AutoCloseable> resources = new ArrayList<>();
        ObjectNode env = EnvValues.of(settings.flowEnvironment());
        Redactor redactor = Redactor.of(env);
        FlowValidator validator = new FlowValidator(catalog);
        CompiledFlows compiled = new CompiledFlows(flowStore, validator, new FlowCompiler(catalog, decider, clock));
        Runner runner = new Runner(
                new StepExecutor(redactor),
                capabilities.with(ConditionJudge.class, judge()).with(ScriptRunner.class, scripts(redactor, resources)),
                workQueue,
                new RunLimits(settings.maxSteps()),
                env,
                clock);
        JournalWriter journal = new JournalWriter(runStore, new RunRecords(new RunDocuments(redactor)), clock);
        Admission admission = new Admission(compiled, new LoopGuard(settings.maxDepth()));
        return new Wired(
                new FlowEngine(admission, runner, journal, workQueue, new RunIds(clock)),
                new FlowLibrary(flowStore, compiled, validator, clock),
                new RunHistory(runStore),
                new OperationDirectory(catalog),
                compiled,
                resources);
    }

    private GraalScriptRunner scripts(Redactor redactor, List<AutoCloseable> resources) {
        GraalScriptRunner runner =
                new GraalScriptRunner(ScriptLimits.of(settings), capabilities.get(FlowLog.class), redactor::redactText);
        resources.add(runner);
        return runner;
    }

    private ConditionJudge judge() {
        return (filter, context) -> CompiledFilter.compile(filter)
                .evaluate(context.data(), context.accountability(), clock)
                .toOutcome();
    }

    /** The front doors of one engine. */
    public record Wired(
            FlowEngine engine,
            FlowLibrary library,
            RunHistory history,
            OperationDirectory operations,
            CompiledFlows compiled,
            List<AutoCloseable> resources)
            implements AutoCloseable {

        public Wired {
            resources = List.copyOf(resources);
        }

        /** Takes over the stored flows; returns how many can run. */
        public int load() {
            return compiled.load();
        }

        /** Ends what the engine opened: connections and script engines. Runs must have ended before. */
        @Override
        public void close() {
            Resources.closeAll(resources);
        }
    }
}
