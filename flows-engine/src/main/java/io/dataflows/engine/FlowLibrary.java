package io.dataflows.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.CompiledFlows;
import io.dataflows.engine.compile.FlowValidator;
import io.dataflows.engine.library.LibraryChange;
import io.dataflows.engine.library.LibraryChange.Changed;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Checks, saves and lists flows. Drafts and patches are JSON objects with the members of the API: {@code name},
 * {@code options}, {@code operation}, {@code operations} and so on; nested operations included; unknown members are
 * passed over. Each change is kept whole or not at all; a {@link io.dataflows.model.error.FlowsException} carries every
 * reason at once.
 */
public final class FlowLibrary {

    private final FlowStore store;
    private final CompiledFlows compiled;
    private final FlowValidator validator;
    private final Clock clock;

    FlowLibrary(FlowStore store, CompiledFlows compiled, FlowValidator validator, Clock clock) {
        this.store = store;
        this.compiled = compiled;
        this.validator = validator;
        this.clock = clock;
    }

    public List<FlowDefinition> flows() {
        return store.all();
    }

    public Optional<FlowDefinition> flow(UUID id) {
        return store.find(id);
    }

    public Optional<StepDefinition> step(UUID id) {
        return store.findByStep(id).flatMap(flow -> flow.step(id));
    }

    /** Creates flows, all or none, and gives them in the order of the drafts. */
    public List<FlowDefinition> createFlows(List<ObjectNode> drafts, Accountability who) {
        return change(who, change -> change.createFlows(drafts));
    }

    /** Applies each patch to its flow, all or none, in the map's order; ids that no flow has are passed over. */
    public List<FlowDefinition> updateFlows(Map<UUID, ObjectNode> patches, Accountability who) {
        return change(who, change -> change.updateFlows(patches));
    }

    /** Removes flows with their steps; ids that no flow has are passed over. */
    public void deleteFlows(Collection<UUID> ids, Accountability who) {
        change(who, change -> change.deleteFlows(ids));
    }

    /** Creates steps, all or none, and gives them in the order of the drafts. */
    public List<StepDefinition> createSteps(List<ObjectNode> drafts, Accountability who) {
        return change(who, change -> change.createSteps(drafts));
    }

    /** Applies each patch to its step, all or none, in the map's order; ids that no step has are passed over. */
    public List<StepDefinition> updateSteps(Map<UUID, ObjectNode> patches, Accountability who) {
        return change(who, change -> change.updateSteps(patches));
    }

    /** Removes steps; paths that led to them end there. */
    public void deleteSteps(Collection<UUID> ids, Accountability who) {
        change(who, change -> change.deleteSteps(ids));
    }

    /** Everything wrong with a stored flow, blocking or not; empty for an unknown id. */
    public List<FlowProblem> problems(UUID flow) {
        return store.find(flow)
                .map(found -> validator.check(found, store::find))
                .orElse(List.of());
    }

    private <T> List<T> change(Accountability who, Function<LibraryChange, Changed<T>> work) {
        Changed<T> changed = store.change(
                transaction -> work.apply(new LibraryChange(transaction, validator, who.user(), clock.instant())));
        changed.flows().forEach(compiled::refresh);
        return changed.rows();
    }
}
