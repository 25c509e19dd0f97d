package io.dataflows.engine.access;

import io.dataflows.model.capability.Roles;
import io.dataflows.model.trigger.Accountability;
import java.util.Optional;
import java.util.UUID;

/** Roles as they are stored. Whoever acts as one has no address: policies for some addresses don't count. */
public final class StoredRoles implements Roles {

    private final StoredRights rights;

    public StoredRoles(StoredRights rights) {
        this.rights = rights;
    }

    @Override
    public Optional<Accountability> find(UUID role) {
        return rights.role(role).map(found -> {
            Standing standing = rights.standing(role, null, null);
            return new Accountability(role, null, standing.roles(), standing.admin(), standing.app(), null, null, null);
        });
    }
}
