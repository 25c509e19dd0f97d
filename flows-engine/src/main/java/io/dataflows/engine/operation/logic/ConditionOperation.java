package io.dataflows.engine.operation.logic;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.capability.ConditionJudge;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Takes the resolve path when a filter holds on the Flow Object. Placed in a flow, its filter is part of the rules. */
@OperationInfo(
        id = ConditionOperation.ID,
        name = "Condition",
        icon = "rule",
        description = "Continues on the success path when the rules hold, else on the failure path.",
        effect = Effect.PURE,
        overview = @Overview(label = "Rules", text = "{{ filter }}"))
public final class ConditionOperation implements Operation<ConditionOperation.Options> {

    public static final String ID = "condition";

    /** No filter always holds. */
    public record Options(
            @Option(
                            title = "Rules",
                            description = "A filter on the Flow Object.",
                            widget = "filter",
                            placeholder = "{\n  \"$trigger\": {\n    \"category\": {\n      \"_eq\": \"Example\"\n"
                                    + "    }\n  }\n}")
                    @Nullable
                    JsonNode filter) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        return context.capability(ConditionJudge.class).judge(options.filter(), context);
    }
}
