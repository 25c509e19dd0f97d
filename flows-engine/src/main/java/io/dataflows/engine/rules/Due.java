package io.dataflows.engine.rules;

import io.dataflows.engine.decide.Guard;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;
import org.jspecify.annotations.Nullable;

/**
 * Fact: a condition is due. The two rules of the condition ask the same question, one for yes and one for no; the
 * answer is found once.
 */
final class Due {

    private final int step;
    private final Guard guard;
    private final @Nullable Accountability accountability;
    private final Decisions decisions;
    private @Nullable Outcome answer;

    Due(int step, Guard guard, @Nullable Accountability accountability, Decisions decisions) {
        this.step = step;
        this.guard = guard;
        this.accountability = accountability;
        this.decisions = decisions;
    }

    int step() {
        return step;
    }

    Decisions decisions() {
        return decisions;
    }

    boolean holds(FlowObject data) {
        return answer(data) instanceof Outcome.Resolved;
    }

    Outcome answer(FlowObject data) {
        Outcome known = answer;
        if (known == null) {
            known = guard.judge(data, accountability);
            answer = known;
        }
        return known;
    }
}
