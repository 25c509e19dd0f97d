/** The platform's own collections: what tables they are on, and what they demand of their items. */
@NullMarked
package io.dataflows.engine.items.system;

import org.jspecify.annotations.NullMarked;
