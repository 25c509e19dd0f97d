package io.dataflows.engine.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who changes, and when. */
record Author(@Nullable UUID user, Instant now) {}
