/** What is remembered of a run, without its secrets. Runs that end together share one commit. */
@NullMarked
package io.dataflows.engine.journal;

import org.jspecify.annotations.NullMarked;
