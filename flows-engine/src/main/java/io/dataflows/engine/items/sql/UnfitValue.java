package io.dataflows.engine.items.sql;

import java.io.Serial;

/** A value that a column can't hold. Whoever reads it knows what that means: for a filter, for a payload, for a key. */
public final class UnfitValue extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Why why;

    UnfitValue(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What is wrong with it. */
    public enum Why {
        /** It can't be read as a value of the type. */
        TYPE,
        /** A number that is too large or too small. */
        RANGE,
        /** A text with more characters than fit. */
        LENGTH
    }
}
