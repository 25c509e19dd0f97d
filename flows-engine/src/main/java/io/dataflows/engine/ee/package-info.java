/**
 * The engine's Jakarta side: what starts it inside a server and hands it to the web module.
 * Nothing else of the engine knows that a server is there.
 */
@NullMarked
package io.dataflows.engine.ee;

import org.jspecify.annotations.NullMarked;
