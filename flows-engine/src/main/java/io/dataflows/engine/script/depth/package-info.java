/** Bounds how deep a script's calls nest, as part of the script engine. Without it a script near the end of its stack can't be stopped. */
@NullMarked
package io.dataflows.engine.script.depth;

import org.jspecify.annotations.NullMarked;
