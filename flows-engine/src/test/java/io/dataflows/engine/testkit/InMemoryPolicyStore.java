package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.model.access.Attachment;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Person;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.PolicyBook;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.UserAccount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rights in lists. */
public final class InMemoryPolicyStore implements PolicyStore {

    private static final List<String> MORE = List.of("location", "title", "description", "language");

    private final List<RoleInTree> roles = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final Map<UUID, UserAccount> users = new LinkedHashMap<>();
    private final Map<UUID, List<UUID>> own = new LinkedHashMap<>();
    private final List<UUID> sessions = new ArrayList<>();
    private boolean inTransaction;

    public void add(RoleInTree role) {
        roles.add(role);
    }

    public void add(Policy policy) {
        policies.add(policy);
    }

    /** @param role null for the public */
    public void attach(UUID policy, @Nullable UUID role) {
        attachments.add(new Attachment(policy, role));
    }

    public void attachToUser(UUID policy, UUID user) {
        own.computeIfAbsent(user, unused -> new ArrayList<>()).add(policy);
    }

    public void add(Permission permission) {
        permissions.add(permission);
    }

    /** Takes a permission back. */
    public void remove(Permission permission) {
        permissions.remove(permission);
    }

    public void add(UserAccount user) {
        users.put(user.id(), user);
    }

    public void addSession(UUID user) {
        sessions.add(user);
    }

    /** As if the calling thread had a transaction open. */
    public void inTransaction(boolean open) {
        inTransaction = open;
    }

    @Override
    public PolicyBook book() {
        return new PolicyBook(roles, policies, attachments, permissions);
    }

    @Override
    public Optional<Person> person(UUID user) {
        return Optional.ofNullable(users.get(user))
                .map(account -> new Person(row(account), own.getOrDefault(user, List.of())));
    }

    private static ObjectNode row(UserAccount user) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", user.id().toString());
        row.put("first_name", user.firstName());
        row.put("last_name", user.lastName());
        row.put("email", user.email());
        row.put("status", user.status());
        row.put("role", user.role() == null ? null : user.role().id().toString());
        MORE.forEach(row::putNull);
        return row;
    }

    @Override
    public boolean isInTransaction() {
        return inTransaction;
    }

    @Override
    public void lockPeople() {}

    @Override
    public List<UUID> activeAccounts(Set<UUID> wantedRoles, Set<UUID> wantedPolicies) {
        return users.values().stream()
                .filter(UserAccount::isActive)
                .filter(user -> user.role() != null
                                && wantedRoles.contains(user.role().id())
                        || own.getOrDefault(user.id(), List.of()).stream().anyMatch(wantedPolicies::contains))
                .map(UserAccount::id)
                .toList();
    }

    @Override
    public void releaseRoles(Collection<UUID> gone) {
        roles.replaceAll(role ->
                role.parent() != null && gone.contains(role.parent()) ? new RoleInTree(role.role(), null) : role);
        users.replaceAll(
                (id, user) -> user.role() != null && gone.contains(user.role().id()) ? withoutRole(user) : user);
    }

    private static UserAccount withoutRole(UserAccount user) {
        return new UserAccount(
                user.id(),
                user.firstName(),
                user.lastName(),
                user.email(),
                user.passwordHash(),
                user.tokenHash(),
                user.status(),
                null);
    }

    @Override
    public int endSessions(Collection<UUID> ended) {
        int before = sessions.size();
        sessions.removeIf(ended::contains);
        return before - sessions.size();
    }

    @Override
    public List<UUID> inactive(Collection<UUID> asked) {
        return asked.stream()
                .filter(id -> !users.containsKey(id) || !users.get(id).isActive())
                .toList();
    }
}
