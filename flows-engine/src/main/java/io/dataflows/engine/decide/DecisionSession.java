package io.dataflows.engine.decide;

import io.dataflows.model.run.StepStatus;

/** The decisions of one run. One thread at a time; never stored: a run is rebuilt by telling its outcomes again. */
public interface DecisionSession extends AutoCloseable {

    /** The trigger came in. */
    Decision begin();

    /** A step ended. */
    Decision next(int step, StepStatus status);

    /** A step with a guard is due: finds its outcome out, and what follows. */
    Judgement judge(int step);

    @Override
    void close();
}
