package io.dataflows.engine.ee.store;

import static java.util.stream.Collectors.toSet;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.store.FlowEntity;
import io.dataflows.model.store.OperationEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One change of definitions, inside the transaction that holds the lock. */
record JpaFlowChange(EntityManager manager, FlowRows rows) implements FlowStore.Change {

    JpaFlowChange(EntityManager manager) {
        this(manager, new FlowRows(manager));
    }

    @Override
    public Optional<FlowDefinition> find(UUID flow) {
        return rows.find(flow);
    }

    @Override
    public Optional<FlowDefinition> findByStep(UUID step) {
        return rows.findByStep(step);
    }

    @Override
    public List<StepDefinition> linkedTo(UUID step) {
        return rows.linkedTo(step);
    }

    @Override
    public List<FlowDefinition> all() {
        return rows.all();
    }

    @Override
    public void put(FlowDefinition flow) {
        removeOtherSteps(flow);
        manager.merge(new FlowEntity(flow, StoredJson.text(flow.options())));
        // Nothing tells JPA that steps refer to their flow: the flow's row has to be there first.
        manager.flush();
        for (int place = 0; place < flow.steps().size(); place++) {
            StepDefinition step = flow.steps().get(place);
            manager.merge(new OperationEntity(flow.id(), place, step, StoredJson.text(step.options())));
        }
        writeAndForget();
    }

    private void removeOtherSteps(FlowDefinition flow) {
        Set<String> kept =
                flow.steps().stream().map(step -> step.id().toString()).collect(toSet());
        rows.stepsOf(flow.id()).stream()
                .filter(entity -> !kept.contains(entity.id()))
                .forEach(manager::remove);
    }

    @Override
    public boolean delete(UUID flow) {
        manager.createQuery("delete from OperationEntity o where o.flow = :flow")
                .setParameter("flow", flow.toString())
                .executeUpdate();
        int deleted = manager.createQuery("delete from FlowEntity f where f.id = :flow")
                .setParameter("flow", flow.toString())
                .executeUpdate();
        writeAndForget();
        return deleted == 1;
    }

    /** An id may come back after its row was deleted; a remembered entity would then stand for the old row. */
    private void writeAndForget() {
        manager.flush();
        manager.clear();
    }
}
