package io.dataflows.engine.operation.items;

import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** What the options that all item operations have in common say. */
final class ItemScopes {

    private ItemScopes() {}

    /** No collection is one that doesn't exist; events are only told where the author says so. */
    static ItemScope of(
            @Nullable String collection,
            @Nullable String permissions,
            @Nullable Boolean emitEvents,
            StepContext context) {
        return new ItemScope(
                RunAs.of(permissions, context),
                collection == null ? "" : collection,
                Boolean.TRUE.equals(emitEvents),
                context.chain());
    }
}
