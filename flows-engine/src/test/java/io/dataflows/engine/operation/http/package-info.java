/** Operations that speak HTTP, with a server on 127.0.0.1. */
@NullMarked
package io.dataflows.engine.operation.http;

import org.jspecify.annotations.NullMarked;
