package io.dataflows.engine.ee.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.access.Attachment;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Person;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of rights. */
final class PolicyRows {

    /** What filters may ask of the caller. */
    private static final List<String> ROW = List.of(
            "id", "first_name", "last_name", "email", "status", "role", "location", "title", "description", "language");

    private PolicyRows() {}

    static List<RoleInTree> roles(Connection connection) throws SQLException {
        return list(
                connection,
                "select id, name, admin_access, app_access, parent from df_role order by id",
                row -> new RoleInTree(
                        new Role(id(row, 1), row.getString(2), row.getBoolean(3), row.getBoolean(4)),
                        idOrNull(row, 5)));
    }

    static List<Policy> policies(Connection connection) throws SQLException {
        return list(
                connection,
                "select id, name, ip_access, enforce_tfa, admin_access, app_access from df_policy order by id",
                row -> new Policy(
                        id(row, 1),
                        row.getString(2),
                        List.copyOf(texts(row.getString(3))),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6)));
    }

    static List<Attachment> attachments(Connection connection) throws SQLException {
        return list(
                connection,
                "select policy, role from df_access where account is null order by sort, id",
                row -> new Attachment(id(row, 1), idOrNull(row, 2)));
    }

    static List<Permission> permissions(Connection connection) throws SQLException {
        return list(
                connection,
                "select id, policy, collection, action, items, validation, presets, fields from df_permission order by id",
                row -> new Permission(
                        row.getLong(1),
                        id(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        texts(row.getString(8))));
    }

    static Optional<Person> person(Connection connection, String user) throws SQLException {
        List<ObjectNode> rows = list(
                connection,
                "select " + String.join(", ", ROW) + " from df_user where id = ?",
                PolicyRows::member,
                user);
        List<UUID> policies = list(
                connection,
                "select policy from df_access where account = ? order by sort, id",
                row -> id(row, 1),
                user);
        return rows.stream().findFirst().map(row -> new Person(row, policies));
    }

    private static ObjectNode member(ResultSet row) throws SQLException {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (String name : ROW) {
            members.put(name, row.getString(name));
        }
        return members;
    }

    private static Set<String> texts(@Nullable String commas) {
        Set<String> texts = new LinkedHashSet<>();
        if (commas != null) {
            for (String text : commas.split(",", -1)) {
                texts.add(text.strip());
            }
        }
        texts.remove("");
        return texts;
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return UUID.fromString(row.getString(column));
    }

    private static @Nullable UUID idOrNull(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static <T> List<T> list(Connection connection, String query, Reading<T> reading, String... bound)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < bound.length; i++) {
                statement.setString(i + 1, bound[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
        }
        return found;
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
