package io.dataflows.engine.operation.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.capability.FlowCaller;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs another flow, once or once for each element of a list, and gives what its runs gave. */
@OperationInfo(
        id = TriggerFlowOperation.ID,
        name = "Trigger Flow",
        icon = "flag",
        description = "Runs another flow and continues with what it returns.",
        effect = Effect.TRANSACTIONAL,
        overview = @Overview(label = "Flow", text = "{{ flow }}"))
public final class TriggerFlowOperation implements Operation<TriggerFlowOperation.Options> {

    public static final String ID = "trigger";

    private static final int DEFAULT_BATCH = 10;

    /** No payload counts as null, no mode as {@code parallel}. */
    public record Options(
            @Option(title = "Flow", description = "A flow whose trigger is another flow.", widget = "flow", half = true)
                    @Nullable
                    String flow,
            @Option(
                            title = "Iteration Mode",
                            description = "How the runs for a list of payloads follow one another.",
                            widget = "select",
                            half = true,
                            defaultValue = "\"parallel\"",
                            choices = {
                                @Choice(value = "parallel", title = "Parallel"),
                                @Choice(value = "serial", title = "Serial"),
                                @Choice(value = "batch", title = "Batch")
                            })
                    @Nullable
                    String iterationMode,
            @Option(
                            title = "Batch Size",
                            description = "So many runs at a time; the next ones follow when all of these ended.",
                            widget = "number",
                            half = true,
                            defaultValue = "10",
                            shownWhen = "iterationMode=batch")
                    @Nullable
                    Integer batchSize,
            @Option(
                            title = "Payload",
                            description =
                                    "Becomes the trigger of the other flow; a list runs it once for each element.",
                            widget = "json",
                            parseText = true)
                    @Nullable
                    JsonNode payload) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        JsonNode payload = options.payload() == null ? NullNode.getInstance() : options.payload();
        FlowCaller flows = context.capability(FlowCaller.class);
        String mode = options.iterationMode() == null ? "" : options.iterationMode();
        return switch (mode) {
            case "", "parallel" -> run(flows, options.flow(), payload, Integer.MAX_VALUE, context);
            case "serial" -> run(flows, options.flow(), payload, 1, context);
            case "batch" -> {
                int size = options.batchSize() == null ? DEFAULT_BATCH : options.batchSize();
                yield size < 1 ? tooSmall(size) : run(flows, options.flow(), payload, size, context);
            }
            // As recorded: who knows no mode iterates over nothing.
            default -> once(flows, options.flow(), payload, context);
        };
    }

    private static Outcome run(
            FlowCaller flows, @Nullable String flow, JsonNode payload, int groupSize, StepContext context) {
        if (!(payload instanceof ArrayNode)) {
            return once(flows, flow, payload, context);
        }
        List<JsonNode> payloads = new ArrayList<>(payload.size());
        payload.forEach(payloads::add);
        return new Outcome.Pending(
                flows.call(flow, payloads, groupSize, context).thenApply(given -> new Outcome.Resolved(list(given))));
    }

    private static Outcome once(FlowCaller flows, @Nullable String flow, JsonNode payload, StepContext context) {
        return new Outcome.Pending(
                flows.call(flow, List.of(payload), 1, context).thenApply(given -> new Outcome.Resolved(given.get(0))));
    }

    private static ArrayNode list(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode(values.size()).addAll(values);
    }

    private static Outcome tooSmall(int size) {
        return new Outcome.Rejected(Fault.of(
                ErrorCode.INVALID_PAYLOAD,
                FaultKind.USER,
                "Batch size (" + size + ") is less than one. Maybe leave it out: " + DEFAULT_BATCH
                        + " is the default."));
    }
}
