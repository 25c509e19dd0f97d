/** The engine's stores on a server's datasource. Entities never leave this package. */
@NullMarked
package io.dataflows.engine.ee.store;

import org.jspecify.annotations.NullMarked;
