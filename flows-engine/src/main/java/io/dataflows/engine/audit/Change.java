package io.dataflows.engine.audit;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One item that was changed.
 *
 * @param action {@code create}, {@code update}, {@code delete} and the like
 * @param item its key
 * @param data the item after the change; null where no revision is to be kept
 * @param delta what was sent; null with {@code data} only
 */
public record Change(
        String action, String collection, String item, @Nullable JsonNode data, @Nullable JsonNode delta) {}
