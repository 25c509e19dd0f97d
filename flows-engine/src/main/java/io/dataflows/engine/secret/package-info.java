/** What is secret in a run, and how it is masked wherever the run is stored, logged or refused. Values are tracked, not names. */
@NullMarked
package io.dataflows.engine.secret;

import org.jspecify.annotations.NullMarked;
