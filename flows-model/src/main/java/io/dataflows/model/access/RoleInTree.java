package io.dataflows.model.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role and the one whose rights it has, too.
 *
 * @param parent null at the top
 */
public record RoleInTree(Role role, @Nullable UUID parent) {}
