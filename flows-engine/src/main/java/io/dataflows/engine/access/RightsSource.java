package io.dataflows.engine.access;

import io.dataflows.model.trigger.Authority;

/** Knows what an authority may do. */
public interface RightsSource {

    /** The rights at this moment; for the anonymous, those of the public. */
    Rights of(Authority authority);
}
