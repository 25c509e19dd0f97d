package io.dataflows.engine.port;

import io.dataflows.model.access.Person;
import io.dataflows.model.access.PolicyBook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Knows what people may do, as it is stored. It works in the calling thread's transaction, if there is one. */
public interface PolicyStore {

    PolicyBook book();

    /** The account's row and own policies; empty where there is no such account. */
    Optional<Person> person(UUID user);

    /** Whether the calling thread has a transaction open: what it reads then may never be committed. */
    boolean isInTransaction();

    /** Lets nobody else change who is an administrator until the open transaction ends. */
    void lockPeople();

    /** Active accounts that have one of the roles, or by themselves one of the policies. */
    List<UUID> activeAccounts(Set<UUID> roles, Set<UUID> policies);

    /** Takes these roles from the accounts that have them, and from the roles whose parents they are. */
    void releaseRoles(Collection<UUID> roles);

    /** Ends the sessions of these accounts; returns how many there were. */
    int endSessions(Collection<UUID> users);

    /** Those of the accounts that may not sign in: their status isn't {@code active}, or there is no such account. */
    List<UUID> inactive(Collection<UUID> users);
}
