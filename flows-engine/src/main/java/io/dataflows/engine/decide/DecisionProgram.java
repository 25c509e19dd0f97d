package io.dataflows.engine.decide;

import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import org.jspecify.annotations.Nullable;

/** The decisions of one flow version, ready to run; safe for any number of threads. */
public interface DecisionProgram {

    /** Starts a run over the Flow Object, which conditions read as it is when they are due. */
    DecisionSession open(FlowObject data, @Nullable Accountability accountability);
}
