/** May this event start a run? Refusals happen here, before anything is stored. */
@NullMarked
package io.dataflows.engine.admit;

import org.jspecify.annotations.NullMarked;
