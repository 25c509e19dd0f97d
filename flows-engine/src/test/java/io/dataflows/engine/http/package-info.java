/** Requests against real servers on 127.0.0.1, kind and hostile ones, and names that a test resolves as it likes. */
@NullMarked
package io.dataflows.engine.http;

import org.jspecify.annotations.NullMarked;
