/**
 * Which collections there are: real tables joined with what is kept about them, as one snapshot. Here they are also
 * made, adopted, changed and dropped.
 */
@NullMarked
package io.dataflows.engine.items.catalog;

import org.jspecify.annotations.NullMarked;
