/** The engine inside a Jakarta EE server: start-up, and front doors for injection. Everything else stays plain Java. */
@NullMarked
package io.dataflows.engine.ee;

import org.jspecify.annotations.NullMarked;
