/**
 * How it is kept: the entities behind the stores, with the numbered migrations beside them in the resources. Only the
 * engine's store adapters use this package, and no entity leaves them.
 */
@NullMarked
package io.dataflows.model.store;

import org.jspecify.annotations.NullMarked;
