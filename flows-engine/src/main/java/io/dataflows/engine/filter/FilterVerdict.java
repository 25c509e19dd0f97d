package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.operation.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about some data.
 *
 * @param failures the tests that failed, in the order of evaluation; empty when it passes or is broken
 * @param error why the filter couldn't be read or applied, or null
 */
public record FilterVerdict(List<Fault> failures, @Nullable Fault error) {

    private static final Outcome RESOLVED = new Outcome.Resolved(NullNode.getInstance());

    static final FilterVerdict PASSED = new FilterVerdict(List.of(), null);

    public FilterVerdict {
        failures = List.copyOf(failures);
    }

    static FilterVerdict failed(List<Fault> failures) {
        return new FilterVerdict(failures, null);
    }

    static FilterVerdict broken(FilterException reason) {
        return new FilterVerdict(List.of(), reason.toFault());
    }

    public boolean passes() {
        return failures.isEmpty() && error == null;
    }

    /** Resolved with null, or rejected with {@link #toFault}. */
    public Outcome toOutcome() {
        return passes() ? RESOLVED : new Outcome.Rejected(toFault());
    }

    /** The fault with which a condition rejects: one error, or the list of failed tests. Only where it doesn't pass. */
    public Fault toFault() {
        return error != null ? error : Fault.ofAll(failures);
    }
}
