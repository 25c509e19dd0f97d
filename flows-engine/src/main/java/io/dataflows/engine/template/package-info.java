/** Templates: option values with {@code {{ … }}} tags, compiled once and rendered for each step. */
@NullMarked
package io.dataflows.engine.template;

import org.jspecify.annotations.NullMarked;
