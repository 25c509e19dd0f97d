package io.dataflows.engine.access;

import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles and their parents. */
public final class RoleTree {

    /** A role has the rights of no more roles than these, itself included. */
    public static final int MOST_LEVELS = 10;

    private final Map<UUID, RoleInTree> roles = new HashMap<>();

    public RoleTree(List<RoleInTree> roles) {
        roles.forEach(role -> this.roles.put(role.role().id(), role));
    }

    /** The role and its parents, nearest first; a chain that comes back to itself ends there. */
    List<Role> chain(@Nullable UUID role) {
        List<Role> chain = new ArrayList<>();
        RoleInTree next = find(role);
        while (next != null && chain.size() < MOST_LEVELS && !chain.contains(next.role())) {
            chain.add(next.role());
            next = find(next.parent());
        }
        return chain;
    }

    /** Whether a role's parents lead back to it. */
    public boolean isCycle(UUID role) {
        UUID next = parent(role);
        for (int steps = 0; next != null && steps <= roles.size(); steps++) {
            if (next.equals(role)) {
                return true;
            }
            next = parent(next);
        }
        return false;
    }

    private @Nullable UUID parent(UUID role) {
        RoleInTree found = find(role);
        return found == null ? null : found.parent();
    }

    private @Nullable RoleInTree find(@Nullable UUID role) {
        return role == null ? null : roles.get(role);
    }
}
