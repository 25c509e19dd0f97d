/** Filters: rules over JSON data, parsed once and evaluated in memory. What passes is decided here and nowhere else. */
@NullMarked
package io.dataflows.engine.filter;

import org.jspecify.annotations.NullMarked;
