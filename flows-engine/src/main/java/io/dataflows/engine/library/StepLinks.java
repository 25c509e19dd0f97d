package io.dataflows.engine.library;

import io.dataflows.model.flow.StepDefinition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Copies of steps that differ in where their paths lead. */
final class StepLinks {

    private StepLinks() {}

    static StepDefinition with(StepDefinition step, @Nullable UUID resolve, @Nullable UUID reject) {
        return new StepDefinition(
                step.id(),
                step.flow(),
                step.name(),
                step.key(),
                step.type(),
                step.positionX(),
                step.positionY(),
                step.options(),
                resolve,
                reject,
                step.dateCreated(),
                step.userCreated());
    }

    /** Paths to the target end. */
    static StepDefinition without(StepDefinition step, UUID target) {
        if (!target.equals(step.resolve()) && !target.equals(step.reject())) {
            return step;
        }
        return with(
                step,
                target.equals(step.resolve()) ? null : step.resolve(),
                target.equals(step.reject()) ? null : step.reject());
    }
}
