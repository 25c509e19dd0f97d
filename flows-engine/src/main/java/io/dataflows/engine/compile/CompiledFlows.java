package io.dataflows.engine.compile;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.TriggerDefinition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The active flows of this server in memory. A flow that changed is swapped at once and whole; runs that have begun
 * keep the version that they have. A flow with a blocking problem is left out alone.
 */
public final class CompiledFlows {

    private static final Logger LOG = System.getLogger(CompiledFlows.class.getName());

    private final FlowStore store;
    private final FlowValidator validator;
    private final FlowCompiler compiler;
    private final ConcurrentHashMap<UUID, LazyFlow> flows = new ConcurrentHashMap<>();
    private final Set<UUID> stale = ConcurrentHashMap.newKeySet();
    private volatile Subscriptions filters = Subscriptions.NONE;
    private volatile Subscriptions actions = Subscriptions.NONE;

    public CompiledFlows(FlowStore store, FlowValidator validator, FlowCompiler compiler) {
        this.store = store;
        this.validator = validator;
        this.compiler = compiler;
    }

    /** Takes over what the store holds; returns how many flows can run. */
    public int load() {
        for (FlowDefinition flow : store.all()) {
            flows.compute(flow.id(), (id, known) -> accept(flow));
        }
        subscribe();
        return flows.size();
    }

    /**
     * Takes over one flow as the store holds it now; to be called after each committed change of it. A store that can't
     * be read doesn't undo the change: the flow is read again before its next run.
     */
    public void refresh(UUID id) {
        try {
            // Reading inside of compute makes the last committed state win, whichever of two changes refreshes first.
            flows.compute(id, (same, known) -> store.find(id).map(this::accept).orElse(null));
            subscribe();
        } catch (RuntimeException unreadable) {
            stale.add(id);
            LOG.log(Level.WARNING, "Flow " + id + " could not be read after a change.", unreadable);
        }
    }

    /** The flow, if it is active and good; compiled on first use. */
    public Optional<CompiledFlow> get(UUID id) {
        if (!stale.isEmpty() && stale.remove(id)) {
            refresh(id);
        }
        LazyFlow flow = flows.get(id);
        return flow == null ? Optional.empty() : Optional.ofNullable(flow.get());
    }

    /** Whether a flow may veto or change what the event tells of. */
    public boolean hasFilters(String event) {
        return !waiting(true).of(event).isEmpty();
    }

    /** Whether a flow runs after the event. */
    public boolean hasActions(String event) {
        return !waiting(false).of(event).isEmpty();
    }

    /** The flows that may veto or change what the event tells of: the oldest first. */
    public List<CompiledFlow> filters(String event) {
        return ready(waiting(true).of(event));
    }

    /** The flows that run after the event: the oldest first. */
    public List<CompiledFlow> actions(String event) {
        return ready(waiting(false).of(event));
    }

    private Subscriptions waiting(boolean filter) {
        if (!stale.isEmpty()) {
            List.copyOf(stale).forEach(this::get);
        }
        return filter ? filters : actions;
    }

    private List<CompiledFlow> ready(List<Subscriptions.Place> places) {
        return places.isEmpty()
                ? List.of()
                : places.stream().flatMap(place -> get(place.flow()).stream()).toList();
    }

    /** One at a time, so that the last one has seen every flow. */
    private synchronized void subscribe() {
        filters = subscriptions(TriggerDefinition.Event.FILTER);
        actions = subscriptions(TriggerDefinition.Event.ACTION);
    }

    private Subscriptions subscriptions(String type) {
        return Subscriptions.of(flows.values().stream()
                .filter(flow -> flow.event != null && type.equals(flow.event.type()))
                .sorted(Comparator.comparing((LazyFlow flow) -> flow.definition.dateCreated())
                        .thenComparing(flow -> flow.definition.id()))
                .map(LazyFlow::waiting)
                .toList());
    }

    private @Nullable LazyFlow accept(FlowDefinition flow) {
        if (!flow.isActive()) {
            return null;
        }
        var problems = problems(flow);
        problems.forEach(problem -> LOG.log(
                Level.WARNING, "Flow {0} ({1}): {2}", flow.name(), flow.id().toString(), problem.message()));
        return problems.stream().anyMatch(problem -> problem.blocking()) ? null : new LazyFlow(flow);
    }

    /** One flow that can't even be checked must not stop any other. */
    private List<FlowProblem> problems(FlowDefinition flow) {
        try {
            return validator.check(flow);
        } catch (RuntimeException defect) {
            LOG.log(Level.ERROR, "Flow " + flow.id() + " can't be checked.", defect);
            return List.of(FlowValidator.unreadable(flow));
        }
    }

    private final class LazyFlow {

        private final FlowDefinition definition;
        private final TriggerDefinition.@Nullable Event event;
        private volatile @Nullable CompiledFlow compiled;
        private boolean broken;

        LazyFlow(FlowDefinition definition) {
            this.definition = definition;
            this.event = TriggerParser.parse(definition) instanceof TriggerDefinition.Event waited ? waited : null;
        }

        Subscriptions.Waiting waiting() {
            return new Subscriptions.Waiting(definition.id(), Objects.requireNonNull(event));
        }

        @Nullable
        CompiledFlow get() {
            CompiledFlow ready = compiled;
            return ready != null ? ready : compileOnce();
        }

        private synchronized @Nullable CompiledFlow compileOnce() {
            if (compiled == null && !broken) {
                try {
                    compiled = compiler.compile(definition);
                } catch (RuntimeException defect) {
                    // One flow that can't be compiled must not stop any other.
                    broken = true;
                    LOG.log(Level.ERROR, "Flow " + definition.name() + " (" + definition.id() + ") can't run.", defect);
                }
            }
            return compiled;
        }
    }
}
