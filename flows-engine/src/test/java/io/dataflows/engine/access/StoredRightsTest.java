package io.dataflows.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.InMemoryPolicyStore;
import io.dataflows.model.access.Action;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredRightsTest {

    private static final String HERE = "10.1.2.3";

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final FakeClock clock = new FakeClock();
    private final StoredRights rights = new StoredRights(store, clock);
    private final Role role = new Role(UUID.randomUUID(), "Editor", false, false);
    private final UserAccount user =
            new UserAccount(UUID.randomUUID(), "Ada", null, "ada@example.com", null, null, "active", role);

    private Rights ofUser() {
        return rights.of(new Authority.Caller(caller(user.id(), role.id(), false)));
    }

    private static Accountability caller(@Nullable UUID user, @Nullable UUID role, boolean admin) {
        List<UUID> roles = role == null ? List.of() : List.of(role);
        return new Accountability(role, user, roles, admin, false, HERE, null, null);
    }

    private UUID policy(boolean admin, boolean app, String... addresses) {
        UUID id = UUID.randomUUID();
        store.add(new Policy(id, "A policy", List.of(addresses), false, admin, app));
        return id;
    }

    private Permission permit(UUID policy, String collection, @Nullable String items) {
        Permission permission = new Permission(1, policy, collection, "read", items, null, null, Set.of("*"));
        store.add(permission);
        return permission;
    }

    private void addUser(@Nullable UUID parent) {
        store.add(new RoleInTree(role, parent));
        store.add(user);
    }

    @Test
    void grantNothingByThemselves() {
        addUser(null);

        assertThat(ofUser().allows("articles", Action.READ)).isFalse();
        assertThat(rights.of(Authority.everyone()).allows("articles", Action.READ))
                .isFalse();
    }

    @Test
    void addUpWhatRolesAndAccountsHave() {
        UUID parent = UUID.randomUUID();
        store.add(new RoleInTree(new Role(parent, "Parent", false, false), null));
        addUser(parent);
        UUID ofParent = policy(false, false);
        UUID ofUser = policy(false, false);
        store.attach(ofParent, parent);
        store.attachToUser(ofUser, user.id());
        permit(ofParent, "articles", null);
        permit(ofUser, "notes", null);

        assertThat(ofUser().allows("articles", Action.READ)).isTrue();
        assertThat(ofUser().allows("notes", Action.READ, "any")).isTrue();
        assertThat(ofUser().allows("articles", Action.UPDATE)).isFalse();
    }

    @Test
    void ofThePublicAreOnlyForTheAnonymous() {
        addUser(null);
        UUID open = policy(true, true);
        store.attach(open, null);
        permit(open, "articles", null);

        Rights everyone = rights.of(Authority.everyone());
        assertThat(everyone.allows("articles", Action.READ)).isTrue();
        assertThat(everyone.isUnrestricted()).isFalse();
        assertThat(everyone.allows("directus_flows", Action.READ)).isFalse();
        assertThat(ofUser().allows("articles", Action.READ)).isFalse();
    }

    @Test
    void areUnlimitedForAdministratorsAndThePlatformOnly() {
        assertThat(rights.of(new Authority.Platform()).isUnrestricted()).isTrue();
        assertThat(rights.of(new Authority.Caller(caller(null, null, true))).isUnrestricted())
                .isTrue();
        assertThat(rights.of(new Authority.Caller(caller(null, null, false))).isUnrestricted())
                .isFalse();
    }

    @Test
    void replaceVariables() {
        addUser(null);
        UUID policy = policy(false, false);
        store.attach(policy, role.id());
        permit(
                policy,
                "articles",
                "{\"owner\":{\"_eq\":\"$CURRENT_USER\"},\"mail\":{\"_eq\":\"$CURRENT_USER.email\"}}");

        Grant grant = ofUser().on("articles", Action.READ).get(0);

        assertThat(String.valueOf(
                        java.util.Objects.requireNonNull(grant.items()).toJson()))
                .contains(user.id().toString())
                .contains("ada@example.com")
                .doesNotContain("$CURRENT");
    }

    @Test
    void grantNothingByAFilterThatCannotBeRead() {
        addUser(null);
        UUID policy = policy(false, false);
        store.attach(policy, role.id());
        permit(policy, "articles", "{\"_and\":7}");
        permit(policy, "articles", "{\"a\":{\"_nonsense\":1}}");
        permit(policy, "articles", "no json");
        permit(policy, "articles", "[]");

        assertThat(ofUser().allows("articles", Action.READ)).isFalse();
    }

    @Test
    void countFromSomeAddressesOnly() {
        addUser(null);
        UUID here = policy(false, false, "10.0.0.0/8");
        UUID elsewhere = policy(true, false, "192.168.0.0/16", "10.1.2.4-10.1.2.9");
        store.attach(here, role.id());
        store.attach(elsewhere, role.id());
        permit(here, "articles", null);
        permit(elsewhere, "notes", null);

        assertThat(ofUser().allows("articles", Action.READ)).isTrue();
        assertThat(ofUser().allows("notes", Action.READ)).isFalse();
        assertThat(rights.standing(role.id(), user.id(), HERE).admin()).isFalse();
        assertThat(rights.standing(role.id(), user.id(), "192.168.7.7").admin()).isTrue();
        assertThat(rights.standing(role.id(), user.id(), null).policies()).isEmpty();
    }

    @Test
    void letAppUsersSeeThemselvesAndManualFlows() {
        addUser(null);
        UUID app = policy(false, true);
        store.attach(app, role.id());

        assertThat(ofUser().allows("directus_users", Action.READ, "email")).isTrue();
        assertThat(ofUser().allows("directus_users", Action.READ, "token")).isFalse();
        assertThat(ofUser().allows("directus_users", Action.UPDATE, "role")).isFalse();
        assertThat(ofUser().allows("directus_users", Action.UPDATE, "email")).isFalse();
        assertThat(ofUser().allows("directus_users", Action.UPDATE, "first_name"))
                .isTrue();
        assertThat(ofUser().on("directus_flows", Action.READ)).hasSize(1);
        assertThat(ofUser().on("directus_flows", Action.READ).get(0).items()).isNotNull();
        assertThat(ofUser().allows("directus_flows", Action.UPDATE)).isFalse();
    }

    @Test
    void followParentsInACircleOnceAndTenLevelsAtMost() {
        UUID other = UUID.randomUUID();
        store.add(new RoleInTree(role, other));
        store.add(new RoleInTree(new Role(other, "Other", false, false), role.id()));
        assertThat(rights.standing(role.id(), null, null).roles()).containsExactly(role.id(), other);

        UUID parent = null;
        for (int level = 0; level < 12; level++) {
            UUID next = UUID.randomUUID();
            store.add(new RoleInTree(new Role(next, "Level " + level, level == 0, false), parent));
            parent = next;
        }
        rights.forget();
        assertThat(rights.standing(parent, null, null).roles()).hasSize(10);
        assertThat(rights.standing(parent, null, null).admin()).isFalse();
    }

    @Test
    void changeAtOnceWhenForgottenAndElsewhereAfterFiveSeconds() {
        addUser(null);
        UUID policy = policy(false, false);
        store.attach(policy, role.id());
        Permission permission = permit(policy, "articles", null);
        assertThat(ofUser().allows("articles", Action.READ)).isTrue();

        store.remove(permission);
        assertThat(ofUser().allows("articles", Action.READ)).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(ofUser().allows("articles", Action.READ)).isFalse();

        store.add(permission);
        rights.forget();
        assertThat(ofUser().allows("articles", Action.READ)).isTrue();
    }

    @Test
    void keepNothingThatATransactionMayTakeBack() {
        addUser(null);
        UUID policy = policy(false, false);
        store.attach(policy, role.id());
        store.inTransaction(true);
        Permission uncommitted = permit(policy, "articles", null);
        assertThat(ofUser().allows("articles", Action.READ)).isTrue();

        store.remove(uncommitted);
        store.inTransaction(false);

        assertThat(ofUser().allows("articles", Action.READ)).isFalse();
    }
}
