package io.dataflows.model.run;

/** How a step ended, in the words of the run log. */
public enum StepStatus {
    RESOLVE("resolve"),
    REJECT("reject"),
    /** Its operation isn't installed: the run stopped there. */
    UNKNOWN("unknown");

    private final String text;

    StepStatus(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for a text that no status has */
    public static StepStatus of(String text) {
        for (StepStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException("Step status (" + text + ") is unknown.");
    }
}
