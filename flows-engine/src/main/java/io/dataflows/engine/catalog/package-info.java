/** The operations that are installed, and how their options become records. Third parties add theirs as services. */
@NullMarked
package io.dataflows.engine.catalog;

import org.jspecify.annotations.NullMarked;
