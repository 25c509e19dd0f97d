package io.dataflows.engine.compile;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.catalog.InstalledOperation;
import io.dataflows.engine.template.Template;
import io.dataflows.model.flow.StepDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A step, ready to run.
 *
 * @param index its number in the decision graph
 * @param operation null when its type isn't installed: a run stops there
 * @param options the compiled options
 * @param rawOptions the options as they were written; an empty object when there are none
 * @param guarded whether the rules find its outcome out
 */
public record CompiledStep(
        int index,
        StepDefinition definition,
        @Nullable InstalledOperation<?> operation,
        Template options,
        JsonNode rawOptions,
        boolean guarded) {

    public boolean isInstalled() {
        return operation != null;
    }

    /** @throws NullPointerException when the operation isn't installed */
    public InstalledOperation<?> installed() {
        return requireNonNull(operation, "The operation isn't installed.");
    }
}
