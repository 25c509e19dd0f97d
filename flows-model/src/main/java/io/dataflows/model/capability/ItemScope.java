package io.dataflows.model.capability;

import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.RunChain;
import org.jspecify.annotations.Nullable;

/**
 * Which items somebody works on, and with whose rights.
 *
 * @param collection as users know it; one that doesn't exist is refused like one that isn't theirs
 * @param emitEvents whether flows that wait for events of these items hear of the work
 * @param cause the chain of the run that does the work, so that flows which cause one another end; null where no run
 *     does it
 */
public record ItemScope(Authority authority, String collection, boolean emitEvents, @Nullable RunChain cause) {

    /** Work that no run does. */
    public ItemScope(Authority authority, String collection, boolean emitEvents) {
        this(authority, collection, emitEvents, null);
    }
}
