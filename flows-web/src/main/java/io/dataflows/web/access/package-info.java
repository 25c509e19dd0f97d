/** Signing in and out, and the signed-in account. Cookies are made here and nowhere else. */
@NullMarked
package io.dataflows.web.access;

import org.jspecify.annotations.NullMarked;
