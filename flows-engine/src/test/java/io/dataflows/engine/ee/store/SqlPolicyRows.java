package io.dataflows.engine.ee.store;

import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows of rights, as the writing of items does it. */
final class SqlPolicyRows {

    private final Database database;

    SqlPolicyRows(Database database) {
        this.database = database;
    }

    void add(RoleInTree role) {
        database.users().save(role.role());
        run(
                "update df_role set parent = ? where id = ?",
                role.parent(),
                role.role().id());
    }

    void add(Policy policy) {
        run(
                "insert into df_policy (id, name, ip_access, enforce_tfa, admin_access, app_access)"
                        + " values (?, ?, ?, ?, ?, ?)",
                policy.id(),
                policy.name(),
                String.join(",", policy.addresses()),
                policy.enforceTfa(),
                policy.admin(),
                policy.app());
    }

    void attach(UUID policy, @Nullable UUID role, @Nullable UUID user) {
        run(
                "insert into df_access (id, policy, role, account) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                policy,
                role,
                user);
    }

    void add(Permission permission) {
        run(
                "insert into df_permission (policy, collection, action, items, validation, presets, fields)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                permission.policy(),
                permission.collection(),
                permission.action(),
                permission.items(),
                permission.validation(),
                permission.presets(),
                String.join(",", permission.fields()));
    }

    void addSession(UUID user) {
        database.users().save(new Session(UUID.randomUUID().toString(), user, Instant.EPOCH));
    }

    private void run(String statement, @Nullable Object... values) {
        database.sql().write((Connection connection) -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (int i = 0; i < values.length; i++) {
                    prepared.setObject(i + 1, values[i] instanceof UUID id ? id.toString() : values[i]);
                }
                return prepared.executeUpdate();
            }
        });
    }
}
