package io.dataflows.engine.secret;

import org.jspecify.annotations.Nullable;

/** Stands in a log for a failure whose message holds a secret: the same class name, place and causes. */
final class MaskedFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Longer chains of causes are cut; there may be a ring in them. */
    private static final int MAX_CAUSES = 20;

    private final String text;

    private MaskedFailure(String text, Throwable original, @Nullable Throwable cause) {
        super(text, cause, true, true);
        this.text = text;
        setStackTrace(original.getStackTrace());
    }

    /** The failure itself where neither it nor a cause says a secret. */
    static Throwable of(Throwable failure, Redactor redactor) {
        return isClean(failure, redactor, MAX_CAUSES) ? failure : masked(failure, redactor, MAX_CAUSES);
    }

    private static boolean isClean(Throwable failure, Redactor redactor, int causes) {
        String text = failure.toString();
        boolean clean = redactor.maskText(text).equals(text) && failure.getSuppressed().length == 0;
        Throwable cause = failure.getCause();
        return clean && (cause == null || causes > 0 && isClean(cause, redactor, causes - 1));
    }

    private static Throwable masked(Throwable failure, Redactor redactor, int causes) {
        Throwable cause = failure.getCause();
        MaskedFailure masked = new MaskedFailure(
                redactor.maskText(failure.toString()),
                failure,
                cause == null || causes == 0 ? null : masked(cause, redactor, causes - 1));
        if (causes > 0) {
            for (Throwable other : failure.getSuppressed()) {
                masked.addSuppressed(masked(other, redactor, 0));
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return text;
    }
}
