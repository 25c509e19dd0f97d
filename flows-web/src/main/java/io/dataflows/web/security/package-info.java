/** Who is calling, and may they. Everything is closed to everybody but administrators unless an annotation opens it. */
@NullMarked
package io.dataflows.web.security;

import org.jspecify.annotations.NullMarked;
