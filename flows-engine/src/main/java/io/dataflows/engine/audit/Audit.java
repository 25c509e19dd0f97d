package io.dataflows.engine.audit;

import io.dataflows.model.trigger.Accountability;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where changes are remembered. */
public interface Audit {

    /** Forgets everything. */
    Audit NONE = (who, changes) -> {};

    /**
     * Remembers changes in this thread's transaction, so that they are kept exactly when the changes are.
     *
     * @param who did it, or null for the platform itself
     */
    void record(@Nullable Accountability who, List<Change> changes);
}
