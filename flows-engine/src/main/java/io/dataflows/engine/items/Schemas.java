package io.dataflows.engine.items;

import io.dataflows.model.schema.Schema;

/** Knows the collections. */
@FunctionalInterface
public interface Schemas {

    /** The collections as they are now; the same object until one of them changes. */
    Schema current();
}
