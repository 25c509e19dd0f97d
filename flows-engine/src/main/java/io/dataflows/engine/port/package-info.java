/** What the engine needs from the place it runs in. Interfaces only: one adapter in ee, one in the test kit, both under the same contract test. */
@NullMarked
package io.dataflows.engine.port;

import org.jspecify.annotations.NullMarked;
