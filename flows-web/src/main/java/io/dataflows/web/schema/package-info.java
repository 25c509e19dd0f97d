/** What collections, fields and relations there are, and changes of them. Their items are elsewhere. */
@NullMarked
package io.dataflows.web.schema;

import org.jspecify.annotations.NullMarked;
