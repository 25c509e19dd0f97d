package io.dataflows.engine.operation.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Always rejects, with the error that the flow's author describes. */
@OperationInfo(
        id = "throw-error",
        name = "Throw Error",
        icon = "error",
        description = "Rejects with a code, a status and a message of your own.",
        effect = Effect.PURE)
public final class ThrowErrorOperation implements Operation<ThrowErrorOperation.Options> {

    /** Each falls back to that of an internal error. */
    public record Options(
            @Option(title = "Error Code", widget = "select") @Nullable String code,
            @Option(title = "HTTP Status", widget = "select") @Nullable Integer status,
            @Option(title = "Error Message") @Nullable String message) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        String code = options.code() == null ? "" : options.code().trim();
        return new Outcome.Rejected(Fault.of(
                code.isEmpty() ? ErrorCode.INTERNAL_SERVER_ERROR.name() : code.toUpperCase(Locale.ROOT),
                options.status() == null ? ErrorCode.INTERNAL_SERVER_ERROR.status() : options.status(),
                FaultKind.USER,
                options.message() == null ? "An unexpected error occurred." : options.message(),
                JsonNodeFactory.instance.objectNode()));
    }
}
