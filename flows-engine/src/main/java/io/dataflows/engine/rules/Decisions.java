package io.dataflows.engine.rules;

import io.dataflows.engine.decide.Choice;
import io.dataflows.engine.decide.Decision;
import io.dataflows.engine.decide.Judgement;
import io.dataflows.model.operation.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the consequences of one firing recorded. */
final class Decisions {

    private final List<Choice> choices = new ArrayList<>(1);
    private @Nullable String finishRule;
    private @Nullable Outcome verdict;
    private @Nullable String verdictRule;

    void choose(Choice choice) {
        choices.add(choice);
    }

    void finish(String rule) {
        finishRule = rule;
    }

    void verdict(Outcome outcome, String rule) {
        verdict = outcome;
        verdictRule = rule;
    }

    /** What was recorded since the last call. */
    Decision take() {
        if (!choices.isEmpty()) {
            Decision next = new Decision.Next(choices);
            choices.clear();
            return next;
        }
        if (finishRule == null) {
            throw new IllegalStateException("No rule fired. Maybe two of its constraints share an id.");
        }
        return new Decision.Finish(finishRule);
    }

    Judgement takeJudgement() {
        if (verdict == null || verdictRule == null) {
            throw new IllegalStateException("No rule judged the condition.");
        }
        return new Judgement(verdict, verdictRule, take());
    }
}
