package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import io.dataflows.model.trigger.Accountability;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the record that is stored of a run. */
final class RunRecords {

    private static final Accountability NOBODY = Accountability.anonymous(null, null, null);

    private RunRecords() {}

    /** A run that is promised and hasn't begun; its document holds the trigger. */
    static RunRecord queued(RunId id, Admitted admitted, RunSecrets secrets, Instant now) {
        CompiledFlow flow = admitted.flow();
        Accountability caller = callerOf(admitted.accountability());
        return new RunRecord(
                id,
                0,
                flow.version().flow(),
                flow.version().revision(),
                flow.trigger().kind(),
                flow.journal(),
                RunStatus.QUEUED,
                now,
                null,
                caller.user(),
                caller.ip(),
                caller.userAgent(),
                caller.origin(),
                0,
                null,
                null,
                flow.journal() == JournalPolicy.ALL ? RunDocuments.of(admitted, secrets) : null);
    }

    /** A run that is promised, with what is needed to begin it, whatever its flow's policy keeps of it in the end. */
    static RunRecord promised(Promise promise, Instant now) {
        RunRecord queued = queued(promise.id(), promise.admitted(), promise.secrets(), now);
        return queued.withDocument(RunDocuments.of(promise));
    }

    /**
     * A run that ended.
     *
     * @param number of the record that it replaces, or 0
     */
    static RunRecord ended(RunReport report, RunSecrets secrets, long number) {
        Accountability caller = callerOf(report.accountability());
        ObjectNode document = report.journal() == JournalPolicy.ALL ? RunDocuments.of(report, secrets) : null;
        return new RunRecord(
                report.id(),
                number,
                report.version().flow(),
                report.version().revision(),
                report.triggerKind(),
                report.journal(),
                report.status(),
                report.startedAt(),
                report.finishedAt(),
                caller.user(),
                caller.ip(),
                caller.userAgent(),
                caller.origin(),
                report.steps().size(),
                failedStep(report.steps()),
                report.fault() == null
                        ? null
                        : secrets.redactor().maskText(report.fault().message()),
                document);
    }

    /** A run that was promised and never began. */
    static RunRecord abandoned(RunRecord begun, String reason, Instant now) {
        return new RunRecord(
                begun.id(),
                begun.number(),
                begun.flow(),
                begun.flowRevision(),
                begun.triggerKind(),
                begun.journal(),
                RunStatus.FAILED,
                begun.startedAt(),
                now,
                begun.user(),
                begun.ip(),
                begun.userAgent(),
                begun.origin(),
                0,
                null,
                reason,
                begun.document());
    }

    /** Where nobody stands behind a run, its record names nobody. */
    private static Accountability callerOf(@Nullable Accountability who) {
        return who == null ? NOBODY : who;
    }

    private static @Nullable String failedStep(List<StepRun> steps) {
        for (int index = steps.size() - 1; index >= 0; index--) {
            if (steps.get(index).status() != StepStatus.RESOLVE) {
                return steps.get(index).key();
            }
        }
        return null;
    }
}
