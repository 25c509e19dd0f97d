/** Operations that wait. None of them holds a thread. */
@NullMarked
package io.dataflows.engine.operation.time;

import org.jspecify.annotations.NullMarked;
