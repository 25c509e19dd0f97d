package io.dataflows.engine.schedule;

/** A rule that nobody can read; the message names the field and the value. */
public final class CronException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CronException(String message) {
        super(message);
    }
}
