/** What happened: runs, the Flow Object that they grow, and the record of every step. These records are what the journal keeps. */
@NullMarked
package io.dataflows.model.run;

import org.jspecify.annotations.NullMarked;
