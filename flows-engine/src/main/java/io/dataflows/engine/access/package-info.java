/** Who may do what: signing in, tokens and the first administrator. Nobody is nobody here, and never somebody. */
@NullMarked
package io.dataflows.engine.access;

import org.jspecify.annotations.NullMarked;
