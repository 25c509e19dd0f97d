/** The stores on real databases. H2 and one PostgreSQL run inside the tests' JVM or beside it. */
@NullMarked
package io.dataflows.engine.ee.store;

import org.jspecify.annotations.NullMarked;
