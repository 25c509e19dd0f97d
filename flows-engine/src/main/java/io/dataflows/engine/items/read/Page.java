package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a list call is answered.
 *
 * @param data items, or sums of them
 * @param meta the counts that were asked for, or null
 */
public record Page(ArrayNode data, @Nullable ObjectNode meta) {}
