package io.dataflows.model.operation;

import io.dataflows.model.error.FlowsException;
import io.dataflows.model.flow.FlowVersion;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunId;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What an operation gets besides its options. */
public interface StepContext {

    RunId runId();

    FlowVersion version();

    String stepKey();

    /** To read only. */
    FlowObject data();

    /** Whose rights the run was started with. */
    Authority authority();

    default @Nullable Accountability accountability() {
        return authority().accountability();
    }

    /** The chain of runs that the step's run is part of. A step outside of any run begins one. */
    default RunChain chain() {
        return RunChain.begin(version().flow());
    }

    Clock clock();

    /**
     * Tells that this text is a secret, for example a token that was just made: it is masked wherever the run is stored
     * or logged. An empty text is no secret.
     */
    default void conceal(String secret) {
        concealment().conceal(secret);
    }

    /** The run's secrets, to be handed to a run that this step starts: what is secret in one is secret in both. */
    Concealment concealment();

    /**
     * Something outside the engine.
     *
     * @throws FlowsException SERVICE_UNAVAILABLE when this server has no such capability
     */
    <C> C capability(Class<C> type);
}
