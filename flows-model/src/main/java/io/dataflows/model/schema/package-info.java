/** What collections are made of: fields on columns, and relations. Plain values; one {@link io.dataflows.model.schema.Schema} is a snapshot of all of them. */
@NullMarked
package io.dataflows.model.schema;

import org.jspecify.annotations.NullMarked;
