package io.dataflows.engine.operation.time;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Waits, without a thread. */
@OperationInfo(
        id = "sleep",
        name = "Sleep",
        icon = "schedule",
        description = "Waits for some time before the next operation.",
        effect = Effect.PURE,
        overview = @Overview(label = "Milliseconds", text = "{{ milliseconds }}"))
public final class SleepOperation implements Operation<SleepOperation.Options> {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Whatever isn't a positive number counts as no wait. */
    public record Options(
            @Option(title = "Milliseconds", description = "How long to wait.", widget = "number", placeholder = "1000")
                    @PositiveOrZero
                    @Nullable
                    Double milliseconds) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        Outcome done = new Outcome.Resolved(NullNode.getInstance());
        double milliseconds = options.milliseconds() == null ? 0 : options.milliseconds();
        if (milliseconds > LONGEST.toMillis()) {
            return new Outcome.Rejected(Fault.of(
                    ErrorCode.INVALID_PAYLOAD,
                    FaultKind.USER,
                    "Milliseconds (" + milliseconds + ") is more than a hundred years."));
        }
        if (!(milliseconds >= 1)) {
            return done;
        }
        return new Outcome.Suspended(context.clock().instant().plusMillis((long) milliseconds), done);
    }
}
