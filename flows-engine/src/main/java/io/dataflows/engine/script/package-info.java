/** Runs scripts: one engine, a fresh isolated context for each run, and a watchdog over all. What a script gets and gives is JSON text. */
@NullMarked
package io.dataflows.engine.script;

import org.jspecify.annotations.NullMarked;
