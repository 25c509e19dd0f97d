/** One step at a time: render, bind, run; whatever goes wrong becomes a rejection here. Nothing above this room sees an operation throw. */
@NullMarked
package io.dataflows.engine.step;

import org.jspecify.annotations.NullMarked;
