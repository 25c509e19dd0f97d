/** Calls that start runs, and their answers. Open to everybody who knows a flow's address. */
@NullMarked
package io.dataflows.web.webhook;

import org.jspecify.annotations.NullMarked;
