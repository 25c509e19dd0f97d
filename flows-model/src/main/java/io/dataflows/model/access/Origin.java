package io.dataflows.model.access;

import org.jspecify.annotations.Nullable;

/** Where a request came from, as far as it tells. */
public record Origin(@Nullable String ip, @Nullable String userAgent, @Nullable String origin) {}
