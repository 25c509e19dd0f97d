package io.dataflows.model.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flow as people wrote it: one trigger and a tree of steps. It may still hold problems; only a definition without a
 * blocking {@link io.dataflows.model.error.FlowProblem} is compiled.
 *
 * @param status any text; only {@code active} starts runs
 * @param trigger {@code event}, {@code webhook}, {@code schedule}, {@code operation}, {@code manual}, or null
 * @param accountability {@code all}, {@code activity} or null: what stays readable of a run, see {@link JournalPolicy}
 * @param options the trigger's options: a JSON object, or null
 * @param operation id of the first step; an id that is not among {@code steps} means that the flow has no steps
 * @param revision grows by one with every change of the flow or of its steps
 */
public record FlowDefinition(
        UUID id,
        String name,
        @Nullable String icon,
        @Nullable String color,
        @Nullable String description,
        String status,
        @Nullable String trigger,
        @Nullable String accountability,
        @Nullable JsonNode options,
        @Nullable UUID operation,
        @Nullable UUID folder,
        Instant dateCreated,
        @Nullable UUID userCreated,
        long revision,
        List<StepDefinition> steps) {

    public FlowDefinition {
        steps = List.copyOf(steps);
    }

    public boolean isActive() {
        return "active".equals(status);
    }

    public FlowVersion version() {
        return new FlowVersion(id, revision);
    }

    public Optional<StepDefinition> step(UUID stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    public Optional<StepDefinition> firstStep() {
        return operation == null ? Optional.empty() : step(operation);
    }
}
