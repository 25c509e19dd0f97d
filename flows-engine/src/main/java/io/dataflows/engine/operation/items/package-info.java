/** Work on the items of collections and on people's inboxes. Each operation says whose rights it uses. */
@NullMarked
package io.dataflows.engine.operation.items;

import org.jspecify.annotations.NullMarked;
