package io.dataflows.engine;

import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.journal.Promise;
import io.dataflows.engine.port.UnitOfWork;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.run.RunPlace;
import io.dataflows.engine.run.Runner;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.trigger.EventRaised;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs flows after what they wait for happened. They are promised in the transaction that makes it happen, and begin on
 * other threads when that one is committed; nothing about them is an error of whoever caused it.
 */
record ActionRuns(
        Admission admission,
        KnownSecrets known,
        Runner runner,
        JournalWriter journal,
        WorkQueue queue,
        UnitOfWork unit,
        Supplier<RunId> ids) {

    private static final System.Logger LOG = System.getLogger(ActionRuns.class.getName());

    /** @param events for each of the flows, in the same order */
    void promise(List<CompiledFlow> flows, List<EventRaised> events) {
        List<Promise> promises = new ArrayList<>(flows.size());
        for (int index = 0; index < flows.size(); index++) {
            Promise promise = admitted(flows.get(index), events.get(index));
            if (promise != null) {
                promises.add(promise);
            }
        }
        if (!promises.isEmpty()) {
            List<RunRecord> begun = journal.beginJoined(promises);
            unit.afterCommit(() -> begin(promises, begun));
        }
    }

    private @Nullable Promise admitted(CompiledFlow flow, EventRaised event) {
        try {
            Admitted admitted = admission.admit(flow, event);
            return promise(admitted);
        } catch (FlowsException endless) {
            if (event.chain().endHere()) {
                LOG.log(Level.WARNING, endless.getMessage());
                Admitted refused = new Admitted(flow, event.data(), event.authority(), event.chain());
                journal.refuseJoined(promise(refused), endless.fault());
            }
            return null;
        }
    }

    private Promise promise(Admitted admitted) {
        return new Promise(ids.get(), admitted, known.ofRun(admitted.trigger(), null));
    }

    private void begin(List<Promise> promises, List<RunRecord> begun) {
        for (int index = 0; index < promises.size(); index++) {
            Promise promise = promises.get(index);
            RunRecord record = begun.get(index);
            try {
                queue.submit(() -> run(promise, record));
            } catch (RejectedExecutionException full) {
                LOG.log(Level.WARNING, "Run " + promise.id() + " stays queued: the server had no thread for it.", full);
            }
        }
    }

    private void run(Promise promise, RunRecord begun) {
        runner.run(promise.id(), promise.admitted(), promise.secrets(), new RunPlace(queue, journal::end))
                .thenAccept(report -> journal.end(report, promise.secrets(), begun))
                .whenComplete((done, defect) -> FlowEngine.reportDefect(promise.id(), defect));
    }
}
