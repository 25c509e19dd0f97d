package io.dataflows.model.access;

import java.util.UUID;

/**
 * What an account may do.
 *
 * @param admin may do everything
 * @param app may use the console
 */
public record Role(UUID id, String name, boolean admin, boolean app) {}
