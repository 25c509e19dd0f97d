package io.dataflows.engine.items.catalog;

import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * One change of a table.
 *
 * @param undo what takes it back, or null where nothing can
 */
record Step(Query change, @Nullable Query undo) {}
