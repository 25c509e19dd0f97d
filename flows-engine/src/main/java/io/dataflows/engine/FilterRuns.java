package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.admit.Admission;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.journal.JournalWriter;
import io.dataflows.engine.port.UnitOfWork;
import io.dataflows.engine.run.RunPlace;
import io.dataflows.engine.run.Runner;
import io.dataflows.engine.run.StartedRun;
import io.dataflows.engine.secret.KnownSecrets;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.trigger.EventRaised;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs flows before what they wait for happens: to their end, on the thread that causes it and in its transaction. */
record FilterRuns(
        Admission admission,
        KnownSecrets known,
        Runner runner,
        JournalWriter journal,
        Replies replies,
        WorkInOrder elsewhere,
        UnitOfWork unit,
        Supplier<RunId> ids,
        Duration timeout) {

    private static final System.Logger LOG = System.getLogger(FilterRuns.class.getName());

    /**
     * What the flow gives: a value, or null for none.
     *
     * @param joined whether the run's record shares the fate of what it filters
     * @throws FlowsException what the flow refuses the event with
     */
    @Nullable
    JsonNode run(CompiledFlow flow, EventRaised event, boolean joined) {
        Admitted admitted = admission.admit(flow, event);
        RunSecrets secrets = known.ofRun(admitted.trigger(), null);
        CallerQueue own = new CallerQueue();
        RunPlace place = new RunPlace(own, ending(joined));
        StartedRun run = runner.start(ids.get(), admitted, secrets, place);
        if (!own.await(run.report(), timeout)) {
            run.stop().accept(outOfTime(flow));
        }
        RunReport report = run.report().toCompletableFuture().join();
        place.ending().of(report, secrets, null);
        Fault veto = replies.veto(report, secrets);
        if (veto != null) {
            throw new FlowsException(veto.each());
        }
        return returned(flow, report, secrets);
    }

    private static @Nullable JsonNode returned(CompiledFlow flow, RunReport report, RunSecrets secrets) {
        try {
            JsonNode value = flow.returns().find(report.data());
            return value == null || value.isMissingNode() ? null : value;
        } catch (TemplateException unreadable) {
            throw new FlowsException(secrets.redactor().redactFault(unreadable.toFault()));
        }
    }

    /** Inside of a transaction no second connection is asked for: many threads that did so would wait for one another. */
    private RunPlace.Ending ending(boolean joined) {
        if (!unit.isOpen()) {
            return journal::end;
        }
        return joined
                ? (report, secrets, begun) -> journal.endJoined(report, secrets)
                : (report, secrets, begun) -> unit.afterEnd(() -> keepElsewhere(report, secrets));
    }

    /** In the order of the runs, as everywhere. */
    private void keepElsewhere(RunReport report, RunSecrets secrets) {
        elsewhere.submit(
                () -> journal.end(report, secrets, null),
                failure -> LOG.log(
                        Level.WARNING,
                        "Run " + report.id() + " is not recorded. Maybe the server had no thread for it.",
                        failure));
    }

    private Fault outOfTime(CompiledFlow flow) {
        return Fault.of(
                ErrorCode.OUT_OF_TIME,
                FaultKind.OPERATIONAL,
                "Flow (" + flow.version().flow() + ") took longer than " + timeout.toMillis()
                        + " ms to let the event pass. Maybe it waits for another server; FLOWS_FILTER_TIMEOUT sets the"
                        + " limit.");
    }
}
