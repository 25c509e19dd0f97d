/** Lists rows: fields, filters, search, sorting, paging and sums, for collections that fit into memory. */
@NullMarked
package io.dataflows.engine.listing;

import org.jspecify.annotations.NullMarked;
