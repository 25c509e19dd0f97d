package io.dataflows.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.LoopGuard;
import io.dataflows.engine.admit.ManualRules;
import io.dataflows.engine.catalog.OperationCatalog;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.engine.compile.FlowCompiler;
import io.dataflows.engine.compile.FlowValidator;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.filter.CompiledFilter;
import io.dataflows.engine.http.GuardedHttpCaller;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.json.EnvValues;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.UnitOfWork;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.rules.DroolsDecider;
import io.dataflows.engine.run.RunIds;
import io.dataflows.engine.run.RunLimits;
import io.dataflows.engine.run.Runner;
import io.dataflows.engine.script.GraalScriptRunner;
import io.dataflows.engine.script.ScriptLimits;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.sql.Sql;
import io.dataflows.engine.sql.SqlUnitOfWork;
import io.dataflows.engine.step.Capabilities;
import io.dataflows.engine.step.StepExecutor;
import io.dataflows.engine.token.SignedWebTokens;
import io.dataflows.model.capability.ConditionJudge;
import io.dataflows.model.capability.FlowCaller;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.capability.HttpCaller;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.capability.ScriptRunner;
import io.dataflows.model.capability.WebTokens;
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
    private UnitOfWork unit = new NoUnitOfWork();

    /** An engine with the operations that are on the class path. */
    public FlowEngineBuilder() {
        this.catalog = OperationCatalog.installed(FlowEngineBuilder.class.getClassLoader());
        this.capabilities =
                capabilities.with(FlowLog.class, new ServerLog()).with(WebTokens.class, new SignedWebTokens());
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

    /** The database whose transactions runs that events start belong to; none, unless set. */
    public FlowEngineBuilder sql(Sql value) {
        unit = new SqlUnitOfWork(value);
        return this;
    }

    /** Builds the engine; flows, runs and queue must be set. Stored flows are taken over by {@link Wired#load}. */
    public Wired build() {
        FlowStore flowStore = requireNonNull(flows, "flows");
        RunStore runStore = requireNonNull(runs, "runs");
        WorkQueue workQueue = requireNonNull(queue, "queue");
        List<AutoCloseable> resources = new ArrayList<>();
        Capabilities reach = reach(resources);
        ObjectNode env = EnvValues.of(settings.flowEnvironment());
        KnownSecrets known = KnownSecrets.of(env, settings.secretHeaders());
        FlowValidator validator = new FlowValidator(catalog);
        CompiledFlows compiled = new CompiledFlows(flowStore, validator, new FlowCompiler(catalog, decider, clock));
        LoopGuard loops = new LoopGuard(settings.maxDepth(), settings.maxChainRuns());
        ManualRules manualRules = new ManualRules(capabilities.find(ItemStore.class));
        Admission admission = new Admission(compiled, loops, manualRules);
        FlowCalls calls = new FlowCalls(admission, settings.maxParallel(), settings.maxDataSize());
        Runner runner = new Runner(
                new StepExecutor(),
                reach.with(ConditionJudge.class, judge()).with(FlowCaller.class, calls),
                new RunLimits(settings.maxSteps(), settings.maxDataSize()),
                env,
                clock);
        JournalWriter journal = new JournalWriter(runStore, clock);
        Replies replies = new Replies(settings.maskAnswers());
        RunIds ids = new RunIds(clock);
        FlowEngine engine = new FlowEngine(admission, known, runner, journal, replies, workQueue, ids);
        FilterRuns filters = new FilterRuns(
                admission,
                known,
                runner,
                journal,
                replies,
                new WorkInOrder(workQueue),
                unit,
                ids,
                settings.filterTimeout());
        ActionRuns actions = new ActionRuns(admission, known, runner, journal, workQueue, unit, ids);
        calls.connect(engine::handleIn);
        return new Wired(
                engine,
                new FlowLibrary(flowStore, compiled, validator, clock),
                new RunHistory(runStore),
                new OperationDirectory(catalog),
                new AnswerCache(settings, compiled, clock),
                compiled,
                new FlowHooks(compiled, filters, actions),
                resources);
    }

    /** What was given, and what the engine has by itself. */
    private Capabilities reach(List<AutoCloseable> resources) {
        Capabilities reach = capabilities;
        if (reach.find(HttpCaller.class).isEmpty()) {
            reach = reach.with(HttpCaller.class, opened(GuardedHttpCaller.of(settings), resources));
        }
        if (reach.find(ScriptRunner.class).isEmpty()) {
            FlowLog log = reach.get(FlowLog.class);
            reach = reach.with(
                    ScriptRunner.class, opened(new GraalScriptRunner(ScriptLimits.of(settings), log), resources));
        }
        return reach;
    }

    private static <R extends AutoCloseable> R opened(R resource, List<AutoCloseable> resources) {
        resources.add(resource);
        return resource;
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
            AnswerCache answers,
            CompiledFlows compiled,
            Hooks hooks,
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
