package io.dataflows.engine.testkit;

import io.dataflows.model.access.Role;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.trigger.Accountability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roles in a map; a role has the rights of its parents, too. */
public final class InMemoryRoles implements Roles {

    private final Map<UUID, Entry> roles = new LinkedHashMap<>();

    public void add(Role role, @Nullable UUID parent) {
        roles.put(role.id(), new Entry(role, parent));
    }

    @Override
    public Optional<Accountability> find(UUID id) {
        List<Role> chain = new ArrayList<>();
        for (Entry entry = roles.get(id); entry != null && !chain.contains(entry.role); entry = parentOf(entry)) {
            chain.add(entry.role);
        }
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Accountability(
                        id,
                        null,
                        chain.stream().map(Role::id).toList(),
                        chain.stream().anyMatch(Role::admin),
                        chain.stream().anyMatch(Role::app),
                        null,
                        null,
                        null));
    }

    private @Nullable Entry parentOf(Entry entry) {
        return entry.parent == null ? null : roles.get(entry.parent);
    }

    private record Entry(Role role, @Nullable UUID parent) {}
}
