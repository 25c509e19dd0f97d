/** Connections of the calling thread's transaction. Statements themselves are written in {@code engine.items} and {@code engine.ee.store} only. */
@NullMarked
package io.dataflows.engine.sql;

import org.jspecify.annotations.NullMarked;
