package io.dataflows.engine;

import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.run.Runner;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.trigger.TriggerEvent;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts runs: admit, run, journal, reply. */
public final class FlowEngine {

    private static final System.Logger LOG = System.getLogger(FlowEngine.class.getName());

    private final Admission admission;
    private final Runner runner;
    private final JournalWriter journal;
    private final WorkQueue queue;
    private final Supplier<RunId> ids;

    FlowEngine(Admission admission, Runner runner, JournalWriter journal, WorkQueue queue, Supplier<RunId> ids) {
        this.admission = admission;
        this.runner = runner;
        this.journal = journal;
        this.queue = queue;
        this.ids = ids;
    }

    /**
     * Runs the flow that the event is for. Never throws and never fails the stage for business reasons: a refusal is a
     * reply. The stage is complete on return unless a step waits or works elsewhere; it fails only when what happened
     * can't be stored.
     */
    public CompletionStage<Reply> handle(TriggerEvent event) {
        Admitted admitted;
        try {
            admitted = admission.admit(event);
        } catch (FlowsException refused) {
            return CompletableFuture.completedFuture(new Reply.Refused(null, refused.fault()));
        }
        RunId id = ids.get();
        return admitted.flow().trigger().reply().async() ? accept(id, admitted) : run(id, admitted, null);
    }

    /** The promise is stored before it is given. */
    private CompletionStage<Reply> accept(RunId id, Admitted admitted) {
        RunRecord begun = journal.begin(id, admitted.flow(), admitted.trigger(), admitted.accountability());
        try {
            queue.submit(() -> run(id, admitted, begun).whenComplete((reply, defect) -> reportDefect(id, defect)));
        } catch (RejectedExecutionException | IllegalStateException full) {
            journal.abandon(begun, "The server had no thread for the run.");
            return CompletableFuture.completedFuture(
                    new Reply.Refused(id, Refusals.overloaded().fault()));
        }
        return CompletableFuture.completedFuture(new Reply.Accepted(id));
    }

    /** Nobody waits for an accepted run: the log must hear of its defect. */
    private static void reportDefect(RunId id, @Nullable Throwable defect) {
        if (defect != null) {
            LOG.log(Level.ERROR, "What happened in run " + id + " could not be stored.", defect);
        }
    }

    private CompletionStage<Reply> run(RunId id, Admitted admitted, @Nullable RunRecord begun) {
        return runner.run(id, admitted).thenApply(report -> {
            journal.end(report, begun);
            return Replies.of(report, admitted.flow());
        });
    }
}
