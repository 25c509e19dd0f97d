package io.dataflows.model.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of one step.
 *
 * @param options the options as the operation got them, templates replaced; null when its type is unknown
 * @param output what it gave: its value, or the value of its fault
 * @param fault set when it rejected
 * @param rule name of the rule that led here, {@code <flow>/<step>/<edge>}
 * @param attempt counts from 1
 */
public record StepRun(
        UUID step,
        String key,
        String type,
        StepStatus status,
        @Nullable JsonNode options,
        JsonNode output,
        @Nullable Fault fault,
        String rule,
        Instant startedAt,
        Duration duration,
        int attempt) {}
