package io.dataflows.engine.run;

import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunReport;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes place, with the runs that its steps start.
 *
 * @param queue on whose threads it goes on after a step that waited or worked elsewhere
 * @param ending what becomes of it when it ended
 */
public record RunPlace(WorkQueue queue, Ending ending) {

    /** Keeps what happened. */
    @FunctionalInterface
    public interface Ending {

        /** @param begun the record that promised the run, or null for one that was never promised */
        void of(RunReport report, RunSecrets secrets, @Nullable RunRecord begun);
    }
}
