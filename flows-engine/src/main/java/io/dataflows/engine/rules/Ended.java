package io.dataflows.engine.rules;

import io.dataflows.engine.decide.DecisionGraph;
import io.dataflows.model.run.StepStatus;

/**
 * Fact: the trigger came in, or a step ended. Step and status are one number, so that one index finds the rules.
 *
 * @param decisions where the rules that match record what they decide
 */
record Ended(int code, Decisions decisions) {

    private static final StepStatus[] STATUSES = StepStatus.values();

    static final int TRIGGER = code(DecisionGraph.NONE, StepStatus.RESOLVE);

    static int code(int step, StepStatus status) {
        return (step + 1) * 4 + status.ordinal();
    }

    static int step(int code) {
        return code / 4 - 1;
    }

    static StepStatus status(int code) {
        return STATUSES[code % 4];
    }

    static Ended trigger(Decisions decisions) {
        return new Ended(TRIGGER, decisions);
    }

    static Ended step(int step, StepStatus status, Decisions decisions) {
        return new Ended(code(step, status), decisions);
    }
}
