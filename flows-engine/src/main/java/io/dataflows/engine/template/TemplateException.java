package io.dataflows.engine.template;

import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import org.jspecify.annotations.Nullable;

/** A template or path that can't be read; it rejects the step that renders it. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;

    private final @Nullable ErrorCode code;

    private TemplateException(String name, @Nullable ErrorCode code, String message) {
        // Hostile templates would otherwise buy a stack trace with every run.
        super(message, null, false, false);
        this.name = name;
        this.code = code;
    }

    static TemplateException syntax(String message) {
        return new TemplateException("SyntaxError", null, message);
    }

    static TemplateException reference(String message) {
        return new TemplateException("ReferenceError", null, message);
    }

    /** @param limit characters that a run may hold */
    public static TemplateException tooLarge(long limit) {
        return new TemplateException(
                "RangeError",
                ErrorCode.CONTENT_TOO_LARGE,
                "The data of this run is larger than " + limit
                        + " characters. Maybe a step repeats earlier data, or FLOWS_MAX_DATA_SIZE is too small.");
    }

    static TemplateException tooDeep(int limit) {
        return new TemplateException(
                "RangeError",
                ErrorCode.CONTENT_TOO_LARGE,
                "The data of this run is nested deeper than " + limit
                        + " levels. Maybe each step puts the one before into itself.");
    }

    /** {@code SyntaxError}, {@code ReferenceError} or {@code RangeError}. */
    public String name() {
        return name;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** The fault with which the step rejects. */
    public Fault toFault() {
        return code == null ? Fault.ofPlainError(name, FaultKind.USER, text()) : Fault.of(code, FaultKind.USER, text());
    }
}
