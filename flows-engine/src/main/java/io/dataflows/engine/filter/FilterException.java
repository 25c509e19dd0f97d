package io.dataflows.engine.filter;

import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;

/** A filter that can't be read, or that can't be applied to the value it met. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    FilterException(String name, String message) {
        // Hostile filters would otherwise buy a stack trace with every run.
        super(message, null, false, false);
        this.name = name;
    }

    FilterException(String message) {
        this("Error", message);
    }

    /** The kind of error, as a flow sees it in {@code $last.name}. */
    public String name() {
        return name;
    }

    public Fault toFault() {
        return Fault.ofPlainError(name, FaultKind.USER, String.valueOf(getMessage()));
    }
}
