package io.dataflows.engine.operation.script;

import io.dataflows.model.capability.Script;
import io.dataflows.model.capability.ScriptRunner;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Runs a script of the author's own. */
@OperationInfo(
        id = "exec",
        name = "Run Script",
        icon = "code",
        description = "Runs JavaScript that makes a value out of earlier ones.",
        effect = Effect.PURE)
public final class ExecOperation implements Operation<ExecOperation.Options> {

    /** Templates in the code are replaced before it runs. */
    public record Options(
            @Option(
                            title = "Code",
                            description = "Set module.exports to a function; it gets a copy of the Flow Object.",
                            widget = "code",
                            language = "javascript",
                            required = true,
                            defaultValue = STUB)
                    @Nullable
                    String code) {}

    /** JSON text of the code that the form begins with. */
    private static final String STUB =
            "\"module.exports = async function (data) {\\n\\t// Do something with data: $trigger, $last, step keys.\\n\\treturn {};\\n};\\n\"";

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        String code = options.code() == null ? "" : options.code();
        Script script = new Script(context.runId(), context.stepKey(), code, context.concealment(), context.data());
        CompletableFuture<Outcome> stage =
                context.capability(ScriptRunner.class).run(script).toCompletableFuture();
        return stage.isDone() ? stage.join() : new Outcome.Pending(stage);
    }
}
