package io.dataflows.engine.library;

import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A flow while a change is made to it. */
final class MutableFlow {

    private final @Nullable FlowDefinition before;
    private FlowDefinition head;
    private final Map<UUID, StepDefinition> steps = new LinkedHashMap<>();

    private MutableFlow(FlowDefinition head, @Nullable FlowDefinition before) {
        this.head = head;
        this.before = before;
        head.steps().forEach(step -> steps.put(step.id(), step));
    }

    static MutableFlow created(FlowDefinition head) {
        return new MutableFlow(head, null);
    }

    static MutableFlow stored(FlowDefinition flow) {
        return new MutableFlow(flow, flow);
    }

    /** As it is stored, or null for a new one. */
    @Nullable
    FlowDefinition before() {
        return before;
    }

    UUID id() {
        return head.id();
    }

    FlowDefinition head() {
        return head;
    }

    /** Replaces everything but the steps. */
    void setHead(FlowDefinition changed) {
        head = changed;
    }

    @Nullable
    StepDefinition step(UUID id) {
        return steps.get(id);
    }

    List<UUID> stepIds() {
        return List.copyOf(steps.keySet());
    }

    void put(StepDefinition step) {
        steps.put(step.id(), step);
    }

    void take(UUID step) {
        steps.remove(step);
    }

    /** Removes a step; paths that led to it end there. */
    void remove(UUID step) {
        if (steps.remove(step) == null) {
            return;
        }
        steps.replaceAll((id, other) -> StepLinks.without(other, step));
        if (step.equals(head.operation())) {
            head = FlowHeads.withOperation(head, null);
        }
    }

    FlowDefinition toDefinition() {
        long revision = before == null ? 1 : before.revision() + 1;
        return FlowHeads.with(head, revision, new ArrayList<>(steps.values()));
    }
}
