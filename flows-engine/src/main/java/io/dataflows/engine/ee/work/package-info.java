/** The server's threads as the engine's work queue. No thread is ever made here. */
@NullMarked
package io.dataflows.engine.ee.work;

import org.jspecify.annotations.NullMarked;
