package io.dataflows.engine.library;

import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a draft, so that its author hears of everything at once. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    void addAll(FlowsException refusal) {
        faults.addAll(refusal.faults());
    }

    void required(String field) {
        invalid(field, "required", "Value is required.");
    }

    void notNull(String field) {
        invalid(field, "nnull", "Value can't be null.");
    }

    void wrongType(String field, String expected) {
        addAll(Refusals.invalidPayload("\"" + field + "\" must be " + expected));
    }

    /** Throws a {@link FlowsException} with all of them, if there is any. */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FlowsException(faults);
        }
    }

    private void invalid(String field, String type, String tail) {
        add(RecordFaults.invalid("Validation failed for field \"" + field + "\". " + tail, field, type));
    }
}
