/** Operations that speak HTTP. What they may reach is the capability's to say. */
@NullMarked
package io.dataflows.engine.operation.http;

import org.jspecify.annotations.NullMarked;
