package io.dataflows.engine.operation.debug;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Writes a line to the server's log. */
@OperationInfo(
        id = "log",
        name = "Log to Console",
        icon = "terminal",
        description = "Writes a message to the server's log.",
        effect = Effect.PURE,
        masked = true,
        overview = @Overview(label = "Message", text = "{{ message }}"))
public final class LogOperation implements Operation<LogOperation.Options> {

    /** Values other than text are written as JSON. */
    public record Options(
            @Option(
                            title = "Message",
                            description = "Values of earlier operations are written as {{ key }}.",
                            widget = "template",
                            placeholder = "Hello, {{ $trigger.body.name }}")
                    @Nullable
                    String message) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        String message = options.message() == null ? "" : options.message();
        context.capability(FlowLog.class).info(context.runId(), context.stepKey(), message);
        return new Outcome.Resolved(NullNode.getInstance());
    }
}
