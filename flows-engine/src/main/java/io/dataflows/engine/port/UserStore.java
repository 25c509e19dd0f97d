package io.dataflows.engine.port;

import io.dataflows.model.access.Role;
import io.dataflows.model.access.Session;
import io.dataflows.model.access.UserAccount;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps accounts, roles and sessions. */
public interface UserStore {

    Optional<UserAccount> find(UUID user);

    /** @param email in any case */
    Optional<UserAccount> findByEmail(String email);

    Optional<UserAccount> findByTokenHash(String tokenHash);

    /** Whether any active account has a role that may do everything. */
    boolean hasAdministrator();

    Optional<Role> findRoleByName(String name);

    /** Inserts or replaces. */
    void save(Role role);

    /** Inserts or replaces; its role must be stored already. */
    void save(UserAccount user);

    void save(Session session);

    /** Whether the session is there, and expires only after the instant. */
    boolean hasSession(String tokenHash, Instant now);

    /** Removes and returns a session in one step, so that a refresh token works once; expired ones included. */
    Optional<Session> takeSession(String tokenHash);

    /** Removes sessions that expired before the instant. */
    int deleteSessionsExpiredBefore(Instant instant);
}
