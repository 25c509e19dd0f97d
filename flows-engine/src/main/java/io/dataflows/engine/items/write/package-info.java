/** Creates, changes and deletes items, with everybody's rights, rules and events. One call is one transaction; {@link io.dataflows.engine.items.write.ItemWriting} is the door. */
@NullMarked
package io.dataflows.engine.items.write;

import org.jspecify.annotations.NullMarked;
