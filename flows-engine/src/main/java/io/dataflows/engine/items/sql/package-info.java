/** How items are said in SQL: tables, columns, values, conditions. Reading and writing are built on it. */
@NullMarked
package io.dataflows.engine.items.sql;

import org.jspecify.annotations.NullMarked;
