package io.dataflows.engine.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.catalog.InstalledOperation;
import io.dataflows.engine.compile.CompiledStep;
import io.dataflows.engine.secret.Redactor;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.engine.template.DataBudget;
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

    /**
     * Renders, binds and runs. The step's operation must be installed. Its secret options become secrets of the run.
     */
    public Attempt execute(CompiledStep step, StepContext context, RunSecrets secrets, DataBudget budget) {
        InstalledOperation<?> operation = step.installed();
        JsonNode options = step.rawOptions();
        try {
            JsonNode rendered = render(step, context.data(), secrets, budget);
            options = operation.concealOptions(operation.shown(rendered), secrets::concealAll);
            return new Attempt(options, operation.run(rendered, context));
        } catch (TemplateException unreadable) {
            options = operation.concealOptions(options, secrets::concealAll);
            return rejected(options, unreadable.toFault());
        } catch (FlowsException refused) {
            return rejected(options, refused.fault());
        } catch (JsonProcessingException noJson) {
            return rejected(options, Fault.ofPlainError("SyntaxError", FaultKind.USER, noJson.getOriginalMessage()));
        } catch (Exception defect) {
            LOG.log(Level.WARNING, line(context, " failed."), secrets.masked(defect));
            return rejected(options, faultOf(defect));
        }
    }

    /** The options as the journal shows them: rendered, or as they are where that can't be done. */
    public JsonNode renderForJournal(CompiledStep step, FlowObject data, DataBudget budget) {
        try {
            return step.options().render(data, budget);
        } catch (TemplateException unreadable) {
            return step.rawOptions();
        }
    }

    /** The outcome of a stage that an operation left behind: what it gave, or a rejection where it failed. */
    public Outcome settled(
            @Nullable Outcome given, @Nullable Throwable failure, StepContext context, RunSecrets secrets) {
        if (given != null && failure == null) {
            return given;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof FlowsException refused) {
            return new Outcome.Rejected(refused.fault());
        }
        LOG.log(
                Level.WARNING,
                line(context, " failed in its work elsewhere."),
                cause == null ? null : secrets.masked(cause));
        return new Outcome.Rejected(
                cause == null
                        ? Fault.ofPlainError("Error", FaultKind.BUG, "The operation gave no outcome.")
                        : faultOf(cause));
    }

    private static String line(StepContext context, String news) {
        return "Run " + context.runId() + ", step " + context.stepKey() + news;
    }

    private static Fault faultOf(Throwable defect) {
        String message = defect.getMessage() == null ? defect.getClass().getSimpleName() : defect.getMessage();
        return Fault.ofPlainError("Error", FaultKind.BUG, message);
    }

    /** What people are to read is rendered of masked data, and masked once more: a secret may come in two parts. */
    private static JsonNode render(CompiledStep step, FlowObject data, RunSecrets secrets, DataBudget budget) {
        if (!step.installed().isMasked()) {
            return step.options().render(data, budget);
        }
        ObjectNode readable = data.toJson();
        secrets.find(readable, null);
        Redactor redactor = secrets.redactor();
        FlowObject masked = FlowObject.of((ObjectNode) redactor.redactData(readable));
        return redactor.redactValues(step.options().render(masked, budget));
    }

    private static Attempt rejected(JsonNode options, Fault fault) {
        return new Attempt(options, new Outcome.Rejected(fault));
    }
}
