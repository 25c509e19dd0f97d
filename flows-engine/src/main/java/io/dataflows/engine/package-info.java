/**
 * The engine's front doors: what other modules may call. A builder wires them by
 * hand from the ports.
 */
@NullMarked
package io.dataflows.engine;

import org.jspecify.annotations.NullMarked;
