/** Remembers who changed what: an activity for each change, and the item before and after. Flows' runs are remembered by the journal. */
@NullMarked
package io.dataflows.engine.audit;

import org.jspecify.annotations.NullMarked;
