/** Operations that shape values. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.data;

import org.jspecify.annotations.NullMarked;
