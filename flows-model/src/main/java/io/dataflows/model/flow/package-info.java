/** What a flow is: its definition, its steps, its trigger, and the frozen version that runs use. Pure data; the rules on it live in the engine. */
@NullMarked
package io.dataflows.model.flow;

import org.jspecify.annotations.NullMarked;
