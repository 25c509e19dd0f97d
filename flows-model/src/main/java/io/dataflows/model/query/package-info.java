/** What a list call asks for, and what collections have to offer. The words are those of the REST API. */
@NullMarked
package io.dataflows.model.query;

import org.jspecify.annotations.NullMarked;
