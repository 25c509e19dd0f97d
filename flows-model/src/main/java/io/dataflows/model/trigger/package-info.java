/** What came in: the event that may start a run, and on whose account. Adapters build these records; the engine reads them. */
@NullMarked
package io.dataflows.model.trigger;

import org.jspecify.annotations.NullMarked;
