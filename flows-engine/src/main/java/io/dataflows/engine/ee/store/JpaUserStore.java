package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.UserStore;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.Session;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.store.Micros;
import io.dataflows.model.store.RoleEntity;
import io.dataflows.model.store.SessionEntity;
import io.dataflows.model.store.StoredText;
import io.dataflows.model.store.UserEntity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts, roles and sessions in tables. */
final class JpaUserStore implements UserStore {

    private final Transactions transactions;

    JpaUserStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<UserAccount> find(UUID user) {
        return findBy("id", user.toString());
    }

    @Override
    public Optional<UserAccount> findByEmail(String email) {
        return findBy("email", StoredText.encode(email.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Optional<UserAccount> findByTokenHash(String tokenHash) {
        return findBy("tokenHash", tokenHash);
    }

    private Optional<UserAccount> findBy(String member, String value) {
        return transactions.call(manager -> manager.createQuery(
                        "select u from UserEntity u where u." + member + " = :value", UserEntity.class)
                .setParameter("value", value)
                .getResultStream()
                .findFirst()
                .map(UserEntity::toAccount));
    }

    @Override
    public boolean hasAdministrator() {
        return transactions.call(manager -> manager.createQuery(
                                "select count(u) from UserEntity u where u.status = 'active' and u.role.admin = true",
                                Long.class)
                        .getSingleResult()
                > 0);
    }

    @Override
    public Optional<Role> findRoleByName(String name) {
        return transactions.call(
                manager -> manager.createQuery("select r from RoleEntity r where r.name = :name", RoleEntity.class)
                        .setParameter("name", StoredText.encode(name))
                        .getResultStream()
                        .findFirst()
                        .map(RoleEntity::toRole));
    }

    @Override
    public void save(Role role) {
        transactions.call(manager -> manager.merge(new RoleEntity(role)));
    }

    @Override
    public void save(UserAccount user) {
        transactions.call(manager -> manager.merge(new UserEntity(user, storedRole(manager, user.role()))));
    }

    private static @Nullable RoleEntity storedRole(EntityManager manager, @Nullable Role role) {
        if (role == null) {
            return null;
        }
        RoleEntity stored = manager.find(RoleEntity.class, role.id().toString());
        if (stored == null) {
            throw new IllegalArgumentException("Role (" + role.id() + ") is not stored.");
        }
        return stored;
    }

    @Override
    public void save(Session session) {
        transactions.<Void>call(manager -> {
            manager.persist(new SessionEntity(session));
            return null;
        });
    }

    @Override
    public boolean hasSession(String tokenHash, Instant now) {
        return transactions.call(manager -> manager.createQuery(
                                "select count(s) from SessionEntity s where s.tokenHash = :hash and s.expiresAt > :now",
                                Long.class)
                        .setParameter("hash", tokenHash)
                        .setParameter("now", Micros.of(now))
                        .getSingleResult()
                > 0);
    }

    @Override
    public Optional<Session> takeSession(String tokenHash) {
        return transactions.call(manager -> Optional.ofNullable(manager.find(SessionEntity.class, tokenHash))
                .map(SessionEntity::toSession)
                .filter(session -> delete(manager, tokenHash)));
    }

    /** Two that come at the same time both read the session; the database lets only one delete it. */
    private static boolean delete(EntityManager manager, String tokenHash) {
        return manager.createQuery("delete from SessionEntity s where s.tokenHash = :hash")
                        .setParameter("hash", tokenHash)
                        .executeUpdate()
                == 1;
    }

    @Override
    public int deleteSessionsExpiredBefore(Instant instant) {
        return transactions.call(
                manager -> manager.createQuery("delete from SessionEntity s where s.expiresAt < :limit")
                        .setParameter("limit", Micros.of(instant))
                        .executeUpdate());
    }
}
