package io.dataflows.engine.run;

import io.dataflows.engine.compile.CompiledStep;
import java.time.Instant;

/**
 * A step that began and hasn't ended.
 *
 * @param rule name of the rule that chose it
 */
record StepInFlight(CompiledStep step, String rule, Instant startedAt) {}
