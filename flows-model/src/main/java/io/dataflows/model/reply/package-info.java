/** What the caller gets for a trigger event. HTTP is made of it at the edge. */
@NullMarked
package io.dataflows.model.reply;

import org.jspecify.annotations.NullMarked;
