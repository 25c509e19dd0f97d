package io.dataflows.model.error;

/** Who must act on a fault. */
public enum FaultKind {
    /** The caller or the flow's author: asking again in the same way gives the same answer. */
    USER,
    /** The outside world: it may work later. */
    OPERATIONAL,
    /** Us. */
    BUG
}
