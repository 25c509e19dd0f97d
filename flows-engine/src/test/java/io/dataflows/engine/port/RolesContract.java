package io.dataflows.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.model.access.Role;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.trigger.Accountability;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Roles} do everywhere. */
public abstract class RolesContract {

    private final Role child = new Role(UUID.randomUUID(), "Child", false, false);
    private final Role parent = new Role(UUID.randomUUID(), "Parent", true, false);

    /** The roles under test. */
    protected abstract Roles roles();

    protected abstract void add(Role role, @Nullable UUID parentRole);

    @Test
    void givesARoleWithItsParentsAndWithoutAUser() {
        add(parent, null);
        add(child, parent.id());

        Accountability found = roles().find(child.id()).orElseThrow();

        assertThat(found.role()).isEqualTo(child.id());
        assertThat(found.roles()).containsExactly(child.id(), parent.id());
        assertThat(found.user()).isNull();
        assertThat(found.admin()).isTrue();
        assertThat(found.app()).isFalse();
    }

    @Test
    void knowsNoOtherRole() {
        assertThat(roles().find(UUID.randomUUID())).isEmpty();
    }
}
