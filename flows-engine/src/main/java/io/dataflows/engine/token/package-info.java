/** JSON Web Tokens that flows make and check. Keys, claims and names of errors as JavaScript's jsonwebtoken has them. */
@NullMarked
package io.dataflows.engine.token;

import org.jspecify.annotations.NullMarked;
