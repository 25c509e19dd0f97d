/** Things of the server that an administrator names. Only names of this server are looked up. */
@NullMarked
package io.dataflows.engine.ee.naming;

import org.jspecify.annotations.NullMarked;
