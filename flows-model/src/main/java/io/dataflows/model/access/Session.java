package io.dataflows.model.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A signed-in client that may ask for new access tokens.
 *
 * @param tokenHash SHA-256 of the refresh token in hex; unique
 */
public record Session(String tokenHash, UUID user, Instant expires) {}
