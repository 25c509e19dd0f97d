/** Reads items: what a list call asks for becomes few statements, however many rows there are. Rights are part of them. */
@NullMarked
package io.dataflows.engine.items.read;

import org.jspecify.annotations.NullMarked;
