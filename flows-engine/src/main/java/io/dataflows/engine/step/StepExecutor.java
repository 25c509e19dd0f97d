package io.dataflows.engine.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.compile.CompiledStep;
import io.dataflows.engine.journal.Redactor;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.run.FlowObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Executes one step. Whatever goes wrong on the way becomes a rejection. */
public final class StepExecutor {

    private static final Logger LOG = System.getLogger(StepExecutor.class.getName());

    private final Redactor redactor;

    public StepExecutor(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Renders, binds and runs. The step's operation must be installed. */
    public Attempt execute(CompiledStep step, StepContext context) {
        JsonNode options = step.rawOptions();
        try {
            JsonNode rendered = step.options().render(readable(step, context.data()));
            options = step.installed().shown(rendered);
            return new Attempt(options, step.installed().run(rendered, context));
        } catch (TemplateException unreadable) {
            return rejected(options, unreadable.toFault());
        } catch (FlowsException refused) {
            return rejected(options, refused.fault());
        } catch (JsonProcessingException noJson) {
            return rejected(options, Fault.ofPlainError("SyntaxError", FaultKind.USER, noJson.getOriginalMessage()));
        } catch (Exception defect) {
            LOG.log(Level.WARNING, () -> "Run " + context.runId() + ", step " + context.stepKey() + " failed.", defect);
            return rejected(options, faultOf(defect));
        }
    }

    /** The options as the journal shows them: rendered, or as they are where that can't be done. */
    public JsonNode renderForJournal(CompiledStep step, FlowObject data) {
        try {
            return step.options().render(data);
        } catch (TemplateException unreadable) {
            return step.rawOptions();
        }
    }

    /** The outcome of a stage that an operation left behind: what it gave, or a rejection where it failed. */
    public Outcome settled(@Nullable Outcome given, @Nullable Throwable failure) {
        if (given != null && failure == null) {
            return given;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof FlowsException refused) {
            return new Outcome.Rejected(refused.fault());
        }
        LOG.log(Level.WARNING, "An operation's work elsewhere failed.", cause);
        return new Outcome.Rejected(
                cause == null
                        ? Fault.ofPlainError("Error", FaultKind.BUG, "The operation gave no outcome.")
                        : faultOf(cause));
    }

    private static Fault faultOf(Throwable defect) {
        String message = defect.getMessage() == null ? defect.getClass().getSimpleName() : defect.getMessage();
        return Fault.ofPlainError("Error", FaultKind.BUG, message);
    }

    private FlowObject readable(CompiledStep step, FlowObject data) {
        return step.installed().isMasked() ? FlowObject.of((ObjectNode) redactor.redactData(data.toJson())) : data;
    }

    private static Attempt rejected(JsonNode options, Fault fault) {
        return new Attempt(options, new Outcome.Rejected(fault));
    }
}
