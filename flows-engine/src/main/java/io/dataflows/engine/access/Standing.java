package io.dataflows.engine.access;

import java.util.List;
import java.util.UUID;

/**
 * What somebody has been given, all in all.
 *
 * @param roles the role and its parents, nearest first
 * @param policies those that count from the caller's address
 * @param admin may do everything
 * @param app may use the console
 * @param enforceTfa has to have a second factor
 */
public record Standing(List<UUID> roles, List<UUID> policies, boolean admin, boolean app, boolean enforceTfa) {

    public Standing {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }
}
