package io.dataflows.engine.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.operation.OperationDescriptor.OverviewLine;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * An operation with everything that the catalogue found out about it.
 *
 * @param <O> its options record
 */
public final class InstalledOperation<O extends Record> {

    private final Operation<O> operation;
    private final OperationInfo info;
    private final OptionsBinder<O> options;

    private InstalledOperation(Operation<O> operation, OperationInfo info) {
        this.operation = operation;
        this.info = info;
        this.options = new OptionsBinder<>(operation.optionsType());
    }

    /** @throws IllegalArgumentException for an operation without description, or options that no option can be */
    static <O extends Record> InstalledOperation<O> of(Operation<O> operation) {
        OperationInfo info = operation.getClass().getAnnotation(OperationInfo.class);
        if (info == null) {
            throw new IllegalArgumentException(
                    "Operation (" + operation.getClass().getName() + ") has no @OperationInfo.");
        }
        return new InstalledOperation<>(operation, info);
    }

    public String id() {
        return info.id();
    }

    public Effect effect() {
        return info.effect();
    }

    /** Whether its templates read masked data. */
    public boolean isMasked() {
        return info.masked();
    }

    public OperationDescriptor descriptor() {
        return new OperationDescriptor(
                info.id(), info.name(), info.icon(), info.description(), info.effect(), schema(), overview());
    }

    /** JSON Schema of the options, as {@link OperationDescriptor#schema}. */
    public ObjectNode schema() {
        return OptionsSchema.of(operation.optionsType());
    }

    private List<OverviewLine> overview() {
        return Arrays.stream(info.overview())
                .map(line -> new OverviewLine(line.label(), line.text()))
                .toList();
    }

    /** The rendered options as the run log shows them. */
    public JsonNode shown(JsonNode rendered) {
        return operation.shown(rendered);
    }

    /**
     * Tells the values of secret options.
     *
     * @param secrets takes each value
     * @return the options as the journal may keep them, a mask in the place of each secret one
     */
    public JsonNode concealOptions(JsonNode rendered, Consumer<JsonNode> secrets) {
        return options.conceal(rendered, secrets);
    }

    /**
     * Binds the rendered options and does the work.
     *
     * @throws JsonProcessingException for text that should be JSON and isn't
     * @throws Exception whatever the operation throws
     */
    public Outcome run(JsonNode rendered, StepContext context) throws Exception {
        return operation.run(options.bind(rendered), context);
    }
}
