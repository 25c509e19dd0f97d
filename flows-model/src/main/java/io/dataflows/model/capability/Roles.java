package io.dataflows.model.capability;

import io.dataflows.model.trigger.Accountability;
import java.util.Optional;
import java.util.UUID;

/** The roles that a step may act as. */
@Known(as = "Roles")
public interface Roles {

    /** Somebody who has this role with its parents and is no user; empty where there is no such role. */
    Optional<Accountability> find(UUID role);
}
