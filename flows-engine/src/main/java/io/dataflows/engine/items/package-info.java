/** Items: rows of real tables that clients and flows read and change, with everybody's rights applied in SQL. */
@NullMarked
package io.dataflows.engine.items;

import org.jspecify.annotations.NullMarked;
