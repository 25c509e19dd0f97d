/** What went wrong, who must act on it, and how a fault looks inside a Flow Object. Codes are never reused. */
@NullMarked
package io.dataflows.model.error;

import org.jspecify.annotations.NullMarked;
