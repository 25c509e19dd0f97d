/** Items of collections: list, read, create, change and delete them. Whether somebody may is decided in the engine, for each item. */
@NullMarked
package io.dataflows.web.items;

import org.jspecify.annotations.NullMarked;
