package io.dataflows.engine.compile;

import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.Locale;

/** Words problems. */
final class Problems {

    static final String COLLECTION = "directus_operations";

    private Problems() {}

    static String pointer(FlowDefinition flow, StepDefinition step, String member) {
        return "/operations/" + flow.steps().indexOf(step) + '/' + member;
    }

    /** Refuses the definition. */
    static FlowProblem blocking(String code, StepDefinition step, String pointer, Fault fault, String hint) {
        return new FlowProblem(code, true, step.id(), pointer, fault.withHint(hint));
    }

    /** As {@link #blocking}, about the flow itself. */
    static FlowProblem blocking(String code, String pointer, String message, String hint) {
        return new FlowProblem(code, true, null, pointer, fault(code, pointer, message, hint));
    }

    /** Is told, but doesn't refuse the definition. */
    static FlowProblem warning(String code, StepDefinition step, String pointer, String message, String hint) {
        return new FlowProblem(code, false, step.id(), pointer, fault(code, pointer, message, hint));
    }

    /** As {@link #warning}, about the flow itself. */
    static FlowProblem warning(String code, String pointer, String message, String hint) {
        return new FlowProblem(code, false, null, pointer, fault(code, pointer, message, hint));
    }

    private static Fault fault(String code, String pointer, String message, String hint) {
        return RecordFaults.invalid(message, pointer, code.toLowerCase(Locale.ROOT))
                .withHint(hint);
    }
}
