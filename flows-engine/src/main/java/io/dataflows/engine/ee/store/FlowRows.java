package io.dataflows.engine.ee.store;

import static java.util.stream.Collectors.groupingBy;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.store.FlowEntity;
import io.dataflows.model.store.OperationEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads flows with their steps inside one transaction. */
record FlowRows(EntityManager manager) {

    List<FlowDefinition> all() {
        List<FlowEntity> flows = manager.createQuery("select f from FlowEntity f", FlowEntity.class)
                .getResultList();
        Map<String, List<OperationEntity>> steps = manager.createQuery(
                        "select o from OperationEntity o order by o.place", OperationEntity.class)
                .getResultStream()
                .collect(groupingBy(OperationEntity::flow));
        return flows.stream()
                .flatMap(flow -> toDefinition(flow, steps.getOrDefault(flow.id(), List.of())).stream())
                .toList();
    }

    Optional<FlowDefinition> find(UUID flow) {
        return Optional.ofNullable(manager.find(FlowEntity.class, flow.toString()))
                .flatMap(entity -> toDefinition(entity, stepsOf(flow)));
    }

    Optional<FlowDefinition> findByStep(UUID step) {
        return Optional.ofNullable(manager.find(OperationEntity.class, step.toString()))
                .flatMap(entity -> find(UUID.fromString(entity.flow())));
    }

    List<OperationEntity> stepsOf(UUID flow) {
        return manager.createQuery(
                        "select o from OperationEntity o where o.flow = :flow order by o.place", OperationEntity.class)
                .setParameter("flow", flow.toString())
                .getResultList();
    }

    List<StepDefinition> linkedTo(UUID step) {
        return manager.createQuery(
                        "select o from OperationEntity o where o.resolve = :step or o.reject = :step",
                        OperationEntity.class)
                .setParameter("step", step.toString())
                .getResultStream()
                .flatMap(entity -> Rows.read("df_operation", entity.id(), () -> toStep(entity)).stream())
                .toList();
    }

    private static Optional<FlowDefinition> toDefinition(FlowEntity flow, List<OperationEntity> steps) {
        return Rows.read(
                "df_flow",
                flow.id(),
                () -> flow.toDefinition(
                        StoredJson.value(flow.options()),
                        steps.stream().map(FlowRows::toStep).toList()));
    }

    private static StepDefinition toStep(OperationEntity entity) {
        return entity.toDefinition(StoredJson.value(entity.options()));
    }
}
