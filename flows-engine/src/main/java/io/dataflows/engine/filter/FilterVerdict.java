package io.dataflows.engine.filter;

import io.dataflows.model.error.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about some data.
 *
 * @param failures the tests that failed, in the order of evaluation; empty when it passes or is broken
 * @param error why the filter couldn't be read or applied, or null
 */
public record FilterVerdict(List<Fault> failures, @Nullable Fault error) {

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

    /** The fault with which a condition rejects: one error, or the list of failed tests. Only where it doesn't pass. */
    public Fault toFault() {
        return error != null ? error : Fault.ofAll(failures);
    }
}
