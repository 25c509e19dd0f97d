package io.dataflows.engine.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.operation.Outcome;

/**
 * What executing a step gave.
 *
 * @param options as the operation got them; as they were written where a template couldn't be rendered
 */
public record Attempt(JsonNode options, Outcome outcome) {}
