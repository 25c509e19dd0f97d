package io.dataflows.model.operation;

/** What an operation does to the world: it decides how its outcome is kept. */
public enum Effect {
    /** Computes; can be computed again. */
    PURE,
    /** Changes the database; commits together with its outcome, exactly once. */
    TRANSACTIONAL,
    /** Reaches outside; at least once, with the same idempotency key on every attempt. */
    EXTERNAL
}
