package io.dataflows.engine.testkit;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Flows in a map: a change works on a copy, which replaces the map when the work is done. */
public final class InMemoryFlowStore implements FlowStore {

    private final ReentrantLock lock = new ReentrantLock();
    private volatile Map<UUID, FlowDefinition> flows = Map.of();

    /** A store that holds these flows already. */
    public static InMemoryFlowStore of(FlowDefinition... flows) {
        InMemoryFlowStore store = new InMemoryFlowStore();
        for (FlowDefinition flow : flows) {
            store.<Void>change(change -> {
                change.put(flow);
                return null;
            });
        }
        return store;
    }

    @Override
    public List<FlowDefinition> all() {
        return List.copyOf(flows.values());
    }

    @Override
    public Optional<FlowDefinition> find(UUID flow) {
        return Optional.ofNullable(flows.get(flow));
    }

    @Override
    public Optional<FlowDefinition> findByStep(UUID step) {
        return new CopyChange(flows).findByStep(step);
    }

    @Override
    public <T> T change(Function<Change, T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("A change is under way on this thread.");
        }
        lock.lock();
        try {
            Map<UUID, FlowDefinition> copy = new LinkedHashMap<>(flows);
            T given = work.apply(new CopyChange(copy));
            flows = copy;
            return given;
        } finally {
            lock.unlock();
        }
    }

    private record CopyChange(Map<UUID, FlowDefinition> flows) implements Change {

        @Override
        public Optional<FlowDefinition> find(UUID flow) {
            return Optional.ofNullable(flows.get(flow));
        }

        @Override
        public Optional<FlowDefinition> findByStep(UUID step) {
            return flows.values().stream()
                    .filter(flow -> flow.step(step).isPresent())
                    .findFirst();
        }

        @Override
        public List<StepDefinition> linkedTo(UUID step) {
            return flows.values().stream()
                    .flatMap(flow -> flow.steps().stream())
                    .filter(from -> step.equals(from.resolve()) || step.equals(from.reject()))
                    .toList();
        }

        @Override
        public List<FlowDefinition> all() {
            return List.copyOf(flows.values());
        }

        @Override
        public void put(FlowDefinition flow) {
            List<UUID> ids = flow.steps().stream().map(StepDefinition::id).toList();
            flows.replaceAll((id, other) -> id.equals(flow.id()) ? other : StoredFlow.without(ids, other));
            flows.put(flow.id(), StoredFlow.of(flow));
        }

        @Override
        public boolean delete(UUID flow) {
            return flows.remove(flow) != null;
        }
    }
}
