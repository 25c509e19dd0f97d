/** Tells flows what happens on the platform: filters before it happens, actions afterwards. Whoever makes things happen only knows {@link io.dataflows.engine.event.Hooks}. */
@NullMarked
package io.dataflows.engine.event;

import org.jspecify.annotations.NullMarked;
