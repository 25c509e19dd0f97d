package io.dataflows.engine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.compile.CompiledFlow;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.Fault;
import io.dataflows.model.flow.ReplyPolicy;
import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.run.StepStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the caller's reply of a run. What tells of a failure holds no secret; what the flow's author returns may. */
final class Replies {

    private final boolean maskAll;

    /** @param maskAll masks secrets in every answer */
    Replies(boolean maskAll) {
        this.maskAll = maskAll;
    }

    /** What a flow gives to the step that started it stays as it is: it is masked where that run's record is. */
    Reply of(RunReport report, CompiledFlow flow, RunSecrets secrets) {
        Reply reply = reply(report, flow);
        return flow.trigger() instanceof TriggerDefinition.SubFlow
                ? reply
                : reply.fold(
                        answered -> masked(answered, report, flow, secrets),
                        accepted -> accepted,
                        refused -> new Reply.Refused(
                                refused.run(), secrets.redactor().redactFault(refused.fault())));
    }

    private static Reply reply(RunReport report, CompiledFlow flow) {
        if (report.stopped()) {
            return new Reply.Refused(report.id(), requireNonNull(report.fault()));
        }
        Fault fault = flow.trigger().reply().errorOnReject() ? thrown(report.steps()) : null;
        if (fault != null) {
            return new Reply.Refused(report.id(), fault);
        }
        try {
            return new Reply.Answered(report.id(), flow.returns().find(report.data()));
        } catch (TemplateException unreadable) {
            return new Reply.Refused(report.id(), unreadable.toFault());
        }
    }

    private Reply masked(Reply.Answered answered, RunReport report, CompiledFlow flow, RunSecrets secrets) {
        JsonNode value = answered.value();
        boolean error = thrown(report.steps()) != null
                && ReplyPolicy.LAST.equals(flow.trigger().reply().path());
        return value != null && (maskAll || error)
                ? new Reply.Answered(answered.run(), secrets.redactor().redactAnswer(value))
                : answered;
    }

    /** What a filter flow refuses its event with, or null: the fault that ended it, its secrets masked. */
    @Nullable
    Fault veto(RunReport report, RunSecrets secrets) {
        Fault fault = report.stopped() ? report.fault() : rejection(report.steps());
        return fault == null ? null : secrets.redactor().redactFault(fault);
    }

    /** A script that throws nothing at all has no error to answer with. */
    private static @Nullable Fault thrown(List<StepRun> steps) {
        Fault fault = rejection(steps);
        return fault == null || fault.value().isNull() ? null : fault;
    }

    /** Only a last step that rejected counts: an earlier rejection was dealt with. */
    private static @Nullable Fault rejection(List<StepRun> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        StepRun last = steps.get(steps.size() - 1);
        return last.status() == StepStatus.REJECT ? last.fault() : null;
    }
}
