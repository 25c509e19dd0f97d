package io.dataflows.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.model.access.Attachment;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Person;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.PolicyBook;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.UserAccount;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link PolicyStore} does. */
public abstract class PolicyStoreContract {

    private final RoleInTree top = new RoleInTree(new Role(UUID.randomUUID(), "Same name", true, false), null);
    private final RoleInTree below = new RoleInTree(
            new Role(UUID.randomUUID(), "Same name", false, true), top.role().id());
    private final Policy policy =
            new Policy(UUID.randomUUID(), "Read", List.of("10.0.0.0/8", "127.0.0.1"), true, false, true);
    private final UserAccount user = user("a@example.com", "active", below.role());
    private final UserAccount suspended = user("b@example.com", "suspended", below.role());

    /** The store under test, empty at the beginning of each test. */
    protected abstract PolicyStore store();

    protected abstract void add(RoleInTree role);

    protected abstract void add(Policy policy);

    /** Gives a policy to a role, an account or, where both are null, the public. */
    protected abstract void attach(UUID policy, @Nullable UUID role, @Nullable UUID user);

    /** Stores a permission; its id may become another one. */
    protected abstract void add(Permission permission);

    protected abstract void add(UserAccount user);

    /** Keeps a session of the account. */
    protected abstract void addSession(UUID user);

    private static UserAccount user(String email, String status, Role role) {
        return new UserAccount(UUID.randomUUID(), "Ada", null, email, null, null, status, role);
    }

    private void addPeople() {
        add(top);
        add(below);
        add(user);
        add(suspended);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store().book()).isEqualTo(new PolicyBook(List.of(), List.of(), List.of(), List.of()));
        assertThat(store().person(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsRolesWithTheirParents() {
        addPeople();

        assertThat(store().book().roles()).containsExactlyInAnyOrder(top, below);
    }

    @Test
    void keepsPoliciesOfRolesAndThePublic() {
        addPeople();
        add(policy);
        attach(policy.id(), below.role().id(), null);
        attach(policy.id(), null, null);
        attach(policy.id(), null, user.id());

        PolicyBook book = store().book();

        assertThat(book.policies()).containsExactly(policy);
        assertThat(book.attachments())
                .containsExactlyInAnyOrder(
                        new Attachment(policy.id(), below.role().id()), new Attachment(policy.id(), null));
        assertThat(store().person(user.id()).map(Person::policies)).contains(List.of(policy.id()));
        assertThat(store().person(suspended.id()).map(Person::policies)).contains(List.of());
    }

    @Test
    void keepsPermissions() {
        add(policy);
        Permission all = new Permission(1, policy.id(), "articles", "read", null, null, null, Set.of("*"));
        Permission some =
                new Permission(2, policy.id(), "articles", "update", "{\"a\":1}", "{}", "{\"b\":2}", Set.of("a", "b"));
        Permission none = new Permission(3, policy.id(), "articles", "delete", null, null, null, Set.of());
        List.of(all, some, none).forEach(this::add);

        assertThat(store().book().permissions())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(all, some, none);
    }

    @Test
    void showsWhatFiltersMayAskOfAnAccount() {
        addPeople();

        Person person = store().person(user.id()).orElseThrow();

        assertThat(person.row().get("id").asText()).isEqualTo(user.id().toString());
        assertThat(person.row().get("email").asText()).isEqualTo("a@example.com");
        assertThat(person.row().get("role").asText())
                .isEqualTo(below.role().id().toString());
        assertThat(person.row().get("last_name").isNull()).isTrue();
        assertThat(person.row().has("password_hash")).isFalse();
    }

    @Test
    void findsActiveAccountsByRoleAndByPolicy() {
        addPeople();
        add(policy);
        UserAccount other = user("c@example.com", "active", top.role());
        add(other);
        attach(policy.id(), null, other.id());
        store().lockPeople();

        assertThat(store().activeAccounts(Set.of(below.role().id()), Set.of())).containsExactly(user.id());
        assertThat(store().activeAccounts(Set.of(), Set.of(policy.id()))).containsExactly(other.id());
        assertThat(store().activeAccounts(Set.of(), Set.of())).isEmpty();
    }

    @Test
    void knowsWhoMayNotSignIn() {
        addPeople();
        UUID nobody = UUID.randomUUID();

        assertThat(store().inactive(List.of(user.id(), suspended.id(), nobody)))
                .containsExactly(suspended.id(), nobody);
    }

    @Test
    void takesRolesAway() {
        addPeople();

        store().releaseRoles(List.of(top.role().id(), below.role().id()));

        assertThat(store().book().roles()).extracting(RoleInTree::parent).containsOnlyNulls();
        assertThat(store().person(user.id()).orElseThrow().row().get("role").isNull())
                .isTrue();
    }

    @Test
    void endsSessions() {
        addPeople();
        addSession(user.id());
        addSession(user.id());
        addSession(suspended.id());

        assertThat(store().endSessions(List.of(user.id()))).isEqualTo(2);
        assertThat(store().endSessions(List.of(user.id()))).isZero();
        assertThat(store().endSessions(List.of())).isZero();
    }
}
