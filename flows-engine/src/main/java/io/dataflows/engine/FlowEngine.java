package io.dataflows.engine;

import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.run.RunPlace;
import io.dataflows.engine.run.Runner;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.trigger.FlowCall;
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
    private final KnownSecrets known;
    private final Runner runner;
    private final JournalWriter journal;
    private final Replies replies;
    private final WorkQueue queue;
    private final Supplier<RunId> ids;
    private final RunPlace place;

    FlowEngine(
            Admission admission,
            KnownSecrets known,
            Runner runner,
            JournalWriter journal,
            Replies replies,
            WorkQueue queue,
            Supplier<RunId> ids) {
        this.admission = admission;
        this.known = known;
        this.runner = runner;
        this.journal = journal;
        this.replies = replies;
        this.queue = queue;
        this.ids = ids;
        this.place = new RunPlace(queue, journal::end);
    }

    /**
     * Runs the flow that the event is for. Never throws and never fails the stage for business reasons: a refusal is a
     * reply. The stage is complete on return unless a step waits or works elsewhere; it fails only when what happened
     * can't be stored.
     */
    public CompletionStage<Reply> handle(TriggerEvent event) {
        return handleIn(event, place);
    }

    /** The same for a run that takes place where another one does. */
    CompletionStage<Reply> handleIn(TriggerEvent event, RunPlace at) {
        Admitted admitted;
        try {
            admitted = admission.admit(event);
        } catch (FlowsException refused) {
            return CompletableFuture.completedFuture(new Reply.Refused(null, refused.fault()));
        }
        RunId id = ids.get();
        RunSecrets secrets = known.ofRun(admitted.trigger(), shared(event));
        return admitted.flow().trigger().reply().async()
                ? accept(id, admitted, secrets)
                : run(id, admitted, secrets, at, null);
    }

    private static @Nullable RunSecrets shared(TriggerEvent event) {
        return event instanceof FlowCall call && call.secrets() instanceof RunSecrets secrets ? secrets : null;
    }

    /** The promise is stored before it is given. */
    private CompletionStage<Reply> accept(RunId id, Admitted admitted, RunSecrets secrets) {
        RunRecord begun = journal.begin(id, admitted, secrets);
        try {
            queue.submit(() ->
                    run(id, admitted, secrets, place, begun).whenComplete((reply, defect) -> reportDefect(id, defect)));
        } catch (RejectedExecutionException full) {
            journal.abandon(begun, "The server had no thread for the run.");
            return CompletableFuture.completedFuture(
                    new Reply.Refused(id, Refusals.overloaded().fault()));
        }
        return CompletableFuture.completedFuture(new Reply.Accepted(id));
    }

    /** Nobody waits for an accepted run: the log must hear of its defect. */
    static void reportDefect(RunId id, @Nullable Throwable defect) {
        if (defect != null) {
            LOG.log(Level.ERROR, "What happened in run " + id + " could not be stored.", defect);
        }
    }

    private CompletionStage<Reply> run(
            RunId id, Admitted admitted, RunSecrets secrets, RunPlace at, @Nullable RunRecord begun) {
        return runner.run(id, admitted, secrets, at).thenApply(report -> {
            at.ending().of(report, secrets, begun);
            return replies.of(report, admitted.flow(), secrets);
        });
    }
}
