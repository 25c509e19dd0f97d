/** Operations that start other flows. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.flow;

import org.jspecify.annotations.NullMarked;
