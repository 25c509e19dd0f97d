/** Turns failures into the error envelope that clients know. The only place that catches everything. */
@NullMarked
package io.dataflows.web.error;

import org.jspecify.annotations.NullMarked;
