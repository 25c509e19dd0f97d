package io.dataflows.engine.admit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import org.jspecify.annotations.Nullable;

/**
 * A run that may start.
 *
 * @param trigger becomes {@code $trigger}
 * @param chain the runs that started one another down to this one
 */
public record Admitted(CompiledFlow flow, JsonNode trigger, Authority authority, RunChain chain) {

    /** Who started it, or null where nobody did. */
    public @Nullable Accountability accountability() {
        return authority.accountability();
    }
}
