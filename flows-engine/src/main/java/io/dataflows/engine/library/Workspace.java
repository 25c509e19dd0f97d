package io.dataflows.engine.library;

import io.dataflows.engine.compile.FlowValidator;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of the library on its way: the flows that it touches, checked together and stored at the end. */
final class Workspace {

    private final FlowStore.Change change;
    private final FlowValidator validator;
    private final Map<UUID, MutableFlow> flows = new LinkedHashMap<>();
    private final Map<UUID, UUID> flowByStep = new LinkedHashMap<>();
    private final Set<UUID> deleted = new LinkedHashSet<>();
    private final Faults faults = new Faults();

    Workspace(FlowStore.Change change, FlowValidator validator) {
        this.change = change;
        this.validator = validator;
    }

    Faults faults() {
        return faults;
    }

    /** Ids of all flows that the change created, changed or deleted. */
    Set<UUID> touched() {
        Set<UUID> ids = new LinkedHashSet<>(flows.keySet());
        ids.addAll(deleted);
        return ids;
    }

    Optional<MutableFlow> flow(UUID id) {
        MutableFlow known = flows.get(id);
        if (known != null || deleted.contains(id)) {
            return Optional.ofNullable(known);
        }
        return change.find(id).map(this::open);
    }

    Optional<MutableFlow> flowOfStep(UUID step) {
        UUID known = flowByStep.get(step);
        if (known != null) {
            return flow(known).filter(flow -> flow.step(step) != null);
        }
        return change.findByStep(step).flatMap(stored -> flow(stored.id())).filter(flow -> flow.step(step) != null);
    }

    void add(MutableFlow flow) {
        flows.put(flow.id(), flow);
    }

    /** Puts a step where its flow says, and out of the flow where it was. */
    void put(MutableFlow flow, StepDefinition step) {
        flowOfStep(step.id()).filter(other -> other != flow).ifPresent(other -> other.take(step.id()));
        flow.put(step);
        flowByStep.put(step.id(), flow.id());
    }

    void delete(UUID flow) {
        flows.remove(flow);
        deleted.add(flow);
    }

    /**
     * Stores everything.
     *
     * @throws io.dataflows.model.error.FlowsException for anything that is wrong, and then nothing is stored
     */
    void commit() {
        List<FlowDefinition> definitions =
                flows.values().stream().map(MutableFlow::toDefinition).toList();
        definitions.forEach(this::check);
        faults.throwIfAny();
        deleted.forEach(change::delete);
        definitions.forEach(change::put);
    }

    private MutableFlow open(FlowDefinition stored) {
        MutableFlow flow = MutableFlow.stored(stored);
        flows.put(stored.id(), flow);
        stored.steps().forEach(step -> flowByStep.putIfAbsent(step.id(), stored.id()));
        return flow;
    }

    /** Only what the change made worse counts: a flow that was bad before can still be renamed or switched off. */
    private void check(FlowDefinition flow) {
        FlowDefinition before =
                java.util.Objects.requireNonNull(flows.get(flow.id())).before();
        List<FlowProblem> known = before == null ? List.of() : validator.check(before);
        for (FlowProblem problem : validator.check(flow)) {
            if (problem.blocking() && known.stream().noneMatch(old -> isSame(old, problem))) {
                faults.add(faultOf(problem, flow));
            }
        }
    }

    private static boolean isSame(FlowProblem one, FlowProblem other) {
        return one.blocking() == other.blocking()
                && one.code().equals(other.code())
                && java.util.Objects.equals(one.step(), other.step())
                && one.message().equals(other.message());
    }

    /** A step of another flow that has a parent there is taken: clients know that answer. */
    private Fault faultOf(FlowProblem problem, FlowDefinition flow) {
        if (problem.code().equals("FOREIGN_LINK") && problem.step() != null) {
            boolean resolve = problem.pointer().endsWith("/resolve");
            StepDefinition step = flow.step(problem.step()).orElseThrow();
            UUID child = java.util.Objects.requireNonNull(resolve ? step.resolve() : step.reject());
            if (isTaken(child, resolve, step.id())) {
                return RecordFaults.notUnique("directus_operations", resolve ? "resolve" : "reject", child.toString());
            }
        }
        return problem.fault();
    }

    private boolean isTaken(UUID child, boolean resolve, UUID by) {
        return change.linkedTo(child).stream()
                .filter(parent -> !parent.id().equals(by))
                .map(parent -> resolve ? parent.resolve() : parent.reject())
                .anyMatch(child::equals);
    }

    /** The steps with these ids as they are now. */
    List<StepDefinition> steps(List<UUID> ids) {
        List<StepDefinition> found = new ArrayList<>();
        for (UUID id : ids) {
            @Nullable
            StepDefinition step = flowOfStep(id).map(flow -> flow.step(id)).orElse(null);
            if (step != null) {
                found.add(step);
            }
        }
        return found;
    }
}
