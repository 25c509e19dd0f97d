package io.dataflows.engine.port;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Keeps the definitions of flows with their steps. */
public interface FlowStore {

    /** Every flow, in no particular order. A row that can't be read is left out and logged, never thrown. */
    List<FlowDefinition> all();

    /** Empty, too, for a row that can't be read. */
    Optional<FlowDefinition> find(UUID flow);

    /** The flow that a step belongs to. */
    Optional<FlowDefinition> findByStep(UUID step);

    /**
     * Changes definitions: one change at a time, over all nodes. What {@code work} reads was read after the lock was
     * taken; all of its changes are kept, or none if it throws. The work may be called again when another node was in
     * the way, so that it should touch nothing but the change; it must not begin another change.
     */
    <T> T change(Function<Change, T> work);

    /** What one change may read and write. Not to be used after {@link FlowStore#change} returned. */
    interface Change {

        Optional<FlowDefinition> find(UUID flow);

        /** The flow that a step belongs to. */
        Optional<FlowDefinition> findByStep(UUID step);

        /** Every step, of any flow, whose resolve or reject path leads to the step; those of this change included. */
        List<StepDefinition> linkedTo(UUID step);

        /** Every flow, as this change sees it. */
        List<FlowDefinition> all();

        /** Inserts or replaces a flow with all of its steps; the given revision is kept as it is. */
        void put(FlowDefinition flow);

        /** Removes a flow with its steps; false when there is none. Its runs stay. */
        boolean delete(UUID flow);
    }
}
