/** What every adapter of a port has to do, as tests to extend. */
@NullMarked
package io.dataflows.engine.port;

import org.jspecify.annotations.NullMarked;
