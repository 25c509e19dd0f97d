/** Drools, and only here: a flow becomes an executable rule model, a run becomes a session. Consequences record decisions and do nothing else. */
@NullMarked
package io.dataflows.engine.rules;

import org.jspecify.annotations.NullMarked;
