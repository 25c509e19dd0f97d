/** The routes that all editable collections share. A resource says which collection, and these do the work. */
@NullMarked
package io.dataflows.web.collection;

import org.jspecify.annotations.NullMarked;
