/** Operations that choose a path. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.logic;

import org.jspecify.annotations.NullMarked;
