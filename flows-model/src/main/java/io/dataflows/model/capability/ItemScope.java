package io.dataflows.model.capability;

import io.dataflows.model.trigger.Authority;

/**
 * Which items somebody works on, and with whose rights.
 *
 * @param collection as users know it; one that doesn't exist is refused like one that isn't theirs
 * @param emitEvents whether flows that wait for events of these items hear of the work
 */
public record ItemScope(Authority authority, String collection, boolean emitEvents) {}
