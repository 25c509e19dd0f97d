package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.PolicyStore;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.access.Person;
import io.dataflows.model.access.PolicyBook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Rights in tables, read on the connection of the open transaction. */
final class SqlPolicyStore implements PolicyStore {

    private static final String LOCK = "update df_lock set taken = taken + 1 where name = 'people'";
    private static final String ACTIVE = "select id from df_user where status = 'active' and (role in (%s) or id in "
            + "(select account from df_access where account is not null and policy in (%s)))";

    private final Sql sql;

    SqlPolicyStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public PolicyBook book() {
        return sql.read(connection -> new PolicyBook(
                PolicyRows.roles(connection),
                PolicyRows.policies(connection),
                PolicyRows.attachments(connection),
                PolicyRows.permissions(connection)));
    }

    @Override
    public Optional<Person> person(UUID user) {
        return sql.read(connection -> PolicyRows.person(connection, user.toString()));
    }

    @Override
    public boolean isInTransaction() {
        return sql.isInTransaction();
    }

    @Override
    public void lockPeople() {
        sql.write(connection -> update(connection, LOCK, List.of()));
    }

    @Override
    public List<UUID> activeAccounts(Set<UUID> roles, Set<UUID> policies) {
        List<UUID> bound = new ArrayList<>(roles);
        bound.addAll(policies);
        String query = String.format(ACTIVE, marks(roles.size()), marks(policies.size()));
        return sql.read(connection -> ids(connection, query, bound));
    }

    @Override
    public int endSessions(Collection<UUID> users) {
        return inParts(users, this::endSome).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private List<Integer> endSome(List<UUID> users) {
        String statement = "delete from df_session where account in (" + marks(users.size()) + ")";
        Integer ended = sql.write(connection -> update(connection, statement, users));
        return List.of(ended);
    }

    @Override
    public void releaseRoles(Collection<UUID> roles) {
        inParts(roles, this::releaseSome);
    }

    private List<Integer> releaseSome(List<UUID> roles) {
        String marks = marks(roles.size());
        return sql.write(connection -> List.of(
                update(connection, "update df_user set role = null where role in (" + marks + ")", roles),
                update(connection, "update df_role set parent = null where parent in (" + marks + ")", roles)));
    }

    @Override
    public List<UUID> inactive(Collection<UUID> users) {
        List<UUID> inactive = new ArrayList<>(users);
        inactive.removeAll(inParts(
                users,
                part -> sql.read(connection -> ids(
                        connection,
                        "select id from df_user where status = 'active' and id in (" + marks(part.size()) + ")",
                        part))));
        return inactive;
    }

    /** Databases take a limited number of parameters. */
    private static <T> List<T> inParts(Collection<UUID> all, Function<List<UUID>, List<T>> work) {
        List<UUID> ids = List.copyOf(all);
        List<T> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += 1_000) {
            found.addAll(work.apply(ids.subList(from, Math.min(ids.size(), from + 1_000))));
        }
        return found;
    }

    private static String marks(int count) {
        // No id is empty: the list must not be.
        return "''" + ", ?".repeat(count);
    }

    private static int update(Connection connection, String statement, List<UUID> ids) throws SQLException {
        try (PreparedStatement prepared = bound(connection, statement, ids)) {
            return prepared.executeUpdate();
        }
    }

    private static List<UUID> ids(Connection connection, String query, List<UUID> bound) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement prepared = bound(connection, query, bound);
                var rows = prepared.executeQuery()) {
            while (rows.next()) {
                ids.add(UUID.fromString(rows.getString(1)));
            }
        }
        return ids;
    }

    private static PreparedStatement bound(Connection connection, String statement, List<UUID> ids)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < ids.size(); i++) {
            prepared.setString(i + 1, ids.get(i).toString());
        }
        return prepared;
    }
}
