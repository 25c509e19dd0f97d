/** Runs flows that were recorded on another product and tells what differs. Whoever runs flows, in memory or as a server, is a {@link io.dataflows.engine.recorded.RecordedProduct}. */
@NullMarked
package io.dataflows.engine.recorded;

import org.jspecify.annotations.NullMarked;
