/**
 * Requests to the outside world, and only to that. Each name is resolved once, all of its addresses are checked, and the
 * connection goes to one of them.
 */
@NullMarked
package io.dataflows.engine.http;

import org.jspecify.annotations.NullMarked;
