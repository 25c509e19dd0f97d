package io.dataflows.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.template.DataBudget;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.operation.Outcome;

/** What a step gave, if its run has room for it: a run holds the outcomes of all its steps until it ends. */
final class KeptOutcome {

    private KeptOutcome() {}

    /** The outcome itself, or the rejection of one that is too large. */
    static Outcome of(Outcome outcome, DataBudget budget) {
        try {
            budget.keep(value(outcome));
            return outcome;
        } catch (TemplateException tooLarge) {
            return new Outcome.Rejected(tooLarge.toFault());
        }
    }

    private static JsonNode value(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                ? rejected.fault().value()
                : ((Outcome.Resolved) outcome).value();
    }
}
