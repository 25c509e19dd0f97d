package io.dataflows.model.error;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a flow's definition.
 *
 * @param code stable name of the rule that is broken, for example {@code DUPLICATE_KEY}
 * @param blocking a flow with a blocking problem can't be saved, and isn't compiled if it is stored already
 * @param step the step that it is about, or null for the flow itself
 * @param pointer JSON pointer into the flow, for example {@code /operations/2/key}
 * @param fault what a change that brings the problem in is refused with: its message and hint are the problem's
 */
public record FlowProblem(String code, boolean blocking, @Nullable UUID step, String pointer, Fault fault) {

    public String message() {
        return fault.message();
    }

    /** What to try, or null. */
    public @Nullable String hint() {
        return fault.hint();
    }
}
