package io.dataflows.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.trigger.Accountability;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Checks, saves and lists flows. Drafts and patches are JSON objects with the members of the API: {@code name},
 * {@code options}, {@code operation}, {@code operations} and so on; nested operations included; unknown members are
 * passed over. Each change is kept whole or not at all; a {@link io.dataflows.model.error.FlowsException} carries every
 * reason at once.
 */
public final class FlowLibrary {

    public List<FlowDefinition> flows() {
        throw new UnsupportedOperationException();
    }

    public Optional<FlowDefinition> flow(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    public Optional<StepDefinition> step(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** Creates flows, all or none, and gives them in the order of the drafts. */
    public List<FlowDefinition> createFlows(List<ObjectNode> drafts, Accountability who) {
        throw new UnsupportedOperationException(drafts.toString() + who);
    }

    /** Applies each patch to its flow, all or none, in the map's order; ids that no flow has are passed over. */
    public List<FlowDefinition> updateFlows(Map<UUID, ObjectNode> patches, Accountability who) {
        throw new UnsupportedOperationException(patches.toString() + who);
    }

    /** Removes flows with their steps; ids that no flow has are passed over. */
    public void deleteFlows(Collection<UUID> ids, Accountability who) {
        throw new UnsupportedOperationException(ids.toString() + who);
    }

    public List<StepDefinition> createSteps(List<ObjectNode> drafts, Accountability who) {
        throw new UnsupportedOperationException(drafts.toString() + who);
    }

    public List<StepDefinition> updateSteps(Map<UUID, ObjectNode> patches, Accountability who) {
        throw new UnsupportedOperationException(patches.toString() + who);
    }

    /** Removes steps; paths that led to them end there. */
    public void deleteSteps(Collection<UUID> ids, Accountability who) {
        throw new UnsupportedOperationException(ids.toString() + who);
    }

    /** Everything wrong with a stored flow, blocking or not; empty for an unknown id. */
    public List<FlowProblem> problems(UUID flow) {
        throw new UnsupportedOperationException(flow.toString());
    }
}
