/** Operations for people who look for a mistake. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.debug;

import org.jspecify.annotations.NullMarked;
