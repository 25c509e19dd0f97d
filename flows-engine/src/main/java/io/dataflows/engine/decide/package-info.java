/** What is next? The port between the run loop and whatever decides, in words of steps and outcomes. The rules room answers it. */
@NullMarked
package io.dataflows.engine.decide;

import org.jspecify.annotations.NullMarked;
