/** Tests of reading items, each on both databases. */
@NullMarked
package io.dataflows.engine.items.read;

import org.jspecify.annotations.NullMarked;
