package io.dataflows.web.run;

/** What a filter of runs may ask about. */
enum RunColumn {
    FLOW,
    STATUS,
    NUMBER,
    USER,
    TRIGGER,
    STARTED,
    /** Always {@code run}. */
    ACTION,
    /** Always the collection of flows. */
    COLLECTION
}
