package io.dataflows.model.capability;

import org.jspecify.annotations.Nullable;

/**
 * What people find in their inbox.
 *
 * @param subject obligatory in the end; null is refused when it is sent
 * @param message Markdown, or null
 * @param collection where the item is that it leads to, or null
 * @param item key of that item, or null
 */
public record Notification(
        @Nullable String subject, @Nullable String message, @Nullable String collection, @Nullable String item) {}
