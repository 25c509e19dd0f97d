package io.dataflows.model.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a policy to a role or to the public.
 *
 * @param role null means the public
 */
public record Attachment(UUID policy, @Nullable UUID role) {}
