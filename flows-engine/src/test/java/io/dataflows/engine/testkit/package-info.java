/** The ports in memory, for tests of the rooms. Each one passes the contract test of its port. */
@NullMarked
package io.dataflows.engine.testkit;

import org.jspecify.annotations.NullMarked;
