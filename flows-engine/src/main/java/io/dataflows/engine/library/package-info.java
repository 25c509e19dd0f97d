/** From drafts and patches of the API to definitions, nested ones included. A change is collected whole, checked whole and then kept whole. */
@NullMarked
package io.dataflows.engine.library;

import org.jspecify.annotations.NullMarked;
