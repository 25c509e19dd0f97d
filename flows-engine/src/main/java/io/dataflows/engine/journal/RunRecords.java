package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.compile.CompiledFlow;
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
public final class RunRecords {

    private static final Accountability NOBODY = Accountability.anonymous(null, null, null);

    private final RunDocuments documents;

    public RunRecords(RunDocuments documents) {
        this.documents = documents;
    }

    /** A run that is promised and hasn't begun; its document holds the trigger. */
    RunRecord queued(RunId id, CompiledFlow flow, JsonNode trigger, @Nullable Accountability who, Instant now) {
        Accountability caller = callerOf(who);
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
                flow.journal() == JournalPolicy.ALL ? documents.ofTrigger(trigger, who) : null);
    }

    /**
     * A run that ended.
     *
     * @param number of the record that it replaces, or 0
     */
    RunRecord ended(RunReport report, long number) {
        Accountability caller = callerOf(report.accountability());
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
                        : documents.maskText(report.fault().message()),
                report.journal() == JournalPolicy.ALL ? documents.of(report) : null);
    }

    /** A run that was promised and never began. */
    RunRecord abandoned(RunRecord begun, String reason, Instant now) {
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
