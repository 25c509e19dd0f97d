package io.dataflows.engine;

import static java.util.Objects.requireNonNull;

import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.Fault;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the caller's reply of a run. */
final class Replies {

    private Replies() {}

    static Reply of(RunReport report, CompiledFlow flow) {
        if (report.stopped()) {
            return new Reply.Refused(report.id(), requireNonNull(report.fault()));
        }
        Fault fault = flow.trigger().reply().errorOnReject() ? rejection(report.steps()) : null;
        if (fault != null) {
            return new Reply.Refused(report.id(), fault);
        }
        try {
            return new Reply.Answered(report.id(), flow.returns().find(report.data()));
        } catch (TemplateException unreadable) {
            return new Reply.Refused(report.id(), unreadable.toFault());
        }
    }

    /** Only a last step that rejected counts: an earlier rejection was dealt with. */
    private static @Nullable Fault rejection(List<StepRun> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        StepRun last = steps.get(steps.size() - 1);
        Fault fault = last.status() == StepStatus.REJECT ? last.fault() : null;
        // A script that throws nothing at all has no error to answer with.
        return fault == null || fault.value().isNull() ? null : fault;
    }
}
