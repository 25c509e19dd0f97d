package io.dataflows.engine.operation.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Gives a JSON value of the author's making. */
@OperationInfo(
        id = TransformOperation.ID,
        name = "Transform Payload",
        icon = "move_down",
        description = "Makes a new JSON value out of earlier ones.",
        effect = Effect.PURE,
        overview = @Overview(label = "JSON", text = "{{ json }}"))
public final class TransformOperation implements Operation<TransformOperation.Options> {

    public static final String ID = "transform";

    /** Nothing gives null; text is read as JSON. */
    public record Options(
            @Option(
                            title = "JSON",
                            description = "The new value.",
                            widget = "json",
                            parseText = true,
                            placeholder = "{\n  \"user\": \"{{ $accountability.user }}\",\n"
                                    + "  \"data\": \"{{ $last }}\"\n}")
                    @Nullable
                    JsonNode json) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        return new Outcome.Resolved(options.json() == null ? NullNode.getInstance() : options.json());
    }
}
