/** The loop, and there is only one. It asks what is next, has it done, and tells the outcome. */
@NullMarked
package io.dataflows.engine.run;

import org.jspecify.annotations.NullMarked;
