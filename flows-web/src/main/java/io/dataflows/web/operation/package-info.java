/** Operations over HTTP: those placed in flows, and the catalogue of their kinds. A placed operation's JSON has the members that clients know. */
@NullMarked
package io.dataflows.web.operation;

import org.jspecify.annotations.NullMarked;
