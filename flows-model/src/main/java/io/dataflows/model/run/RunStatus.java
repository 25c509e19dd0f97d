package io.dataflows.model.run;

/** Where a run stands. The names are stored and shown: never rename one. */
public enum RunStatus {
    QUEUED("queued"),
    RUNNING("running"),
    WAITING("waiting"),
    SUCCEEDED("succeeded"),
    /** A step failed, and its reject path dealt with it. */
    SUCCEEDED_HANDLED("succeeded-handled"),
    FAILED("failed"),
    CANCELLED("cancelled"),
    PARKED("parked");

    private final String text;

    RunStatus(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public boolean isFinal() {
        return this == SUCCEEDED || this == SUCCEEDED_HANDLED || this == FAILED || this == CANCELLED;
    }

    /** @throws IllegalArgumentException for a text that no status has */
    public static RunStatus of(String text) {
        for (RunStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Run status (" + text + ") is unknown.");
    }
}
