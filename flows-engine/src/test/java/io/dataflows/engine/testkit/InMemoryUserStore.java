package io.dataflows.engine.testkit;

import io.dataflows.engine.port.UserStore;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.Session;
import io.dataflows.model.access.UserAccount;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Accounts, roles and sessions in maps. */
public final class InMemoryUserStore implements UserStore {

    private final Map<UUID, UserAccount> users = new LinkedHashMap<>();
    private final Map<UUID, Role> roles = new LinkedHashMap<>();
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    @Override
    public synchronized Optional<UserAccount> find(UUID user) {
        return findBy(account -> account.id().equals(user));
    }

    @Override
    public synchronized Optional<UserAccount> findByEmail(String email) {
        return findBy(account -> account.email().equals(email.toLowerCase(Locale.ROOT)));
    }

    @Override
    public synchronized Optional<UserAccount> findByTokenHash(String tokenHash) {
        return findBy(account -> tokenHash.equals(account.tokenHash()));
    }

    @Override
    public synchronized boolean hasAdministrator() {
        return findBy(account -> account.isActive() && isAdmin(account.role())).isPresent();
    }

    @Override
    public synchronized Optional<Role> findRoleByName(String name) {
        return roles.values().stream().filter(role -> role.name().equals(name)).findFirst();
    }

    @Override
    public synchronized void save(Role role) {
        roles.put(role.id(), role);
    }

    @Override
    public synchronized void save(UserAccount user) {
        Role role = user.role();
        refuse(role != null && !roles.containsKey(role.id()), "Role");
        for (UserAccount other : users.values()) {
            boolean same = other.id().equals(user.id());
            refuse(!same && other.email().equals(user.email()), "Email");
            refuse(!same && user.tokenHash() != null && user.tokenHash().equals(other.tokenHash()), "Token");
        }
        users.put(user.id(), user);
    }

    @Override
    public synchronized void save(Session session) {
        refuse(!users.containsKey(session.user()), "User");
        refuse(sessions.containsKey(session.tokenHash()), "Session");
        Instant expires = AsStored.instant(session.expires());
        sessions.put(session.tokenHash(), new Session(session.tokenHash(), session.user(), expires));
    }

    @Override
    public synchronized boolean hasSession(String tokenHash, Instant now) {
        Session session = sessions.get(tokenHash);
        return session != null && AsStored.instant(now).isBefore(session.expires());
    }

    @Override
    public synchronized Optional<Session> takeSession(String tokenHash) {
        return Optional.ofNullable(sessions.remove(tokenHash));
    }

    @Override
    public synchronized int deleteSessionsExpiredBefore(Instant instant) {
        int before = sessions.size();
        sessions.values().removeIf(session -> session.expires().isBefore(AsStored.instant(instant)));
        return before - sessions.size();
    }

    private Optional<UserAccount> findBy(Predicate<UserAccount> wanted) {
        return users.values().stream().map(this::withRole).filter(wanted).findFirst();
    }

    private UserAccount withRole(UserAccount user) {
        Role role = user.role();
        return new UserAccount(
                user.id(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.passwordHash(),
                user.tokenHash(),
                user.status(),
                role == null ? null : roles.get(role.id()));
    }

    private static boolean isAdmin(@Nullable Role role) {
        return role != null && role.admin();
    }

    private static void refuse(boolean wrong, String what) {
        if (wrong) {
            throw new IllegalStateException(what + " is taken or missing.");
        }
    }
}
