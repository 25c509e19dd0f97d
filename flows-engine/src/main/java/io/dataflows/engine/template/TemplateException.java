package io.dataflows.engine.template;

import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;

/** A template or path that can't be read; it rejects the step that renders it. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    private TemplateException(String name, String message) {
        // Hostile templates would otherwise buy a stack trace with every run.
        super(message, null, false, false);
        this.name = name;
    }

    static TemplateException syntax(String message) {
        return new TemplateException("SyntaxError", message);
    }

    static TemplateException reference(String message) {
        return new TemplateException("ReferenceError", message);
    }

    /** {@code SyntaxError} or {@code ReferenceError}. */
    public String name() {
        return name;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** The fault with which the step rejects. */
    public Fault toFault() {
        return Fault.ofPlainError(name, FaultKind.USER, text());
    }
}
