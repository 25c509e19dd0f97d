/** Operations that run what a flow's author programmed. Each is one final class without state. */
@NullMarked
package io.dataflows.engine.operation.script;

import org.jspecify.annotations.NullMarked;
