/** Flows over HTTP. A flow's JSON has the members that clients know. */
@NullMarked
package io.dataflows.web.flow;

import org.jspecify.annotations.NullMarked;
