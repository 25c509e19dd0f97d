package io.dataflows.engine.port;

import static io.dataflows.engine.port.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.model.access.Role;
import io.dataflows.model.access.Session;
import io.dataflows.model.access.UserAccount;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link UserStore} does. */
public abstract class UserStoreContract {

    private final Role admins = new Role(UUID.randomUUID(), "Administrator", true, true);
    private final Role readers = new Role(UUID.randomUUID(), "Reader", false, false);

    /** The store under test, empty at the beginning of each test. */
    protected abstract UserStore store();

    private static UserAccount user(String email, String status, @Nullable Role role) {
        return new UserAccount(UUID.randomUUID(), null, null, email, null, null, status, role);
    }

    private UserAccount saved(UserAccount user) {
        store().save(user);
        return user;
    }

    @Test
    void keepsAnAccountWithNothingButItsObligatoryMembers() {
        UserAccount user = saved(user("a@example.com", "active", null));

        assertThat(store().find(user.id())).contains(user);
        assertThat(store().find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsEveryMember() {
        store().save(readers);
        String text = Samples.ODD_TEXT + "x".repeat(10_000);
        UserAccount user = saved(
                new UserAccount(UUID.randomUUID(), text, text, "a@example.com", "$argon2id$", "ab12", text, readers));

        assertThat(store().find(user.id())).contains(user);
    }

    @Test
    void findsByEmailInAnyCase() {
        UserAccount user = saved(user("zoë.i@example.com", "active", null));

        assertThat(store().findByEmail("Zoë.I@Example.COM")).contains(user);
        assertThat(store().findByEmail("other@example.com")).isEmpty();
    }

    @Test
    void findsByTokenHash() {
        UserAccount user =
                saved(new UserAccount(UUID.randomUUID(), null, null, "a@example.com", null, "ab12", "active", null));
        saved(user("b@example.com", "active", null));

        assertThat(store().findByTokenHash("ab12")).contains(user);
        assertThat(store().findByTokenHash("none")).isEmpty();
    }

    @Test
    void replacesAnAccount() {
        store().save(readers);
        UserAccount old = saved(user("a@example.com", "active", readers));
        UserAccount changed =
                saved(new UserAccount(old.id(), "New", null, "b@example.com", "hash", "token", "suspended", null));

        assertThat(store().find(old.id())).contains(changed);
        assertThat(store().findByEmail("a@example.com")).isEmpty();
    }

    @Test
    void refusesAnEmailThatIsTaken() {
        UserAccount user = saved(user("a@example.com", "active", null));

        assertThatThrownBy(() -> saved(user("a@example.com", "active", null))).isInstanceOf(RuntimeException.class);

        assertThat(store().findByEmail("a@example.com")).contains(user);
    }

    @Test
    void refusesATokenThatIsTaken() {
        saved(new UserAccount(UUID.randomUUID(), null, null, "a@example.com", null, "ab12", "active", null));

        assertThatThrownBy(() -> saved(
                        new UserAccount(UUID.randomUUID(), null, null, "b@example.com", null, "ab12", "active", null)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesAnAccountWhoseRoleIsNotStored() {
        assertThatThrownBy(() -> saved(user("a@example.com", "active", admins))).isInstanceOf(RuntimeException.class);

        assertThat(store().findByEmail("a@example.com")).isEmpty();
    }

    @Test
    void givesAccountsTheirRoleAsItIsNow() {
        store().save(readers);
        UserAccount user = saved(user("a@example.com", "active", readers));
        Role promoted = new Role(readers.id(), "Chief reader", true, true);

        store().save(promoted);

        assertThat(store().find(user.id())).map(UserAccount::role).contains(promoted);
    }

    @Test
    void findsARoleByName() {
        store().save(admins);
        store().save(readers);

        assertThat(store().findRoleByName("Reader")).contains(readers);
        assertThat(store().findRoleByName("reader")).isEmpty();
    }

    @Test
    void knowsWhetherAnActiveAdministratorExists() {
        store().save(admins);
        store().save(readers);
        saved(user("reader@example.com", "active", readers));
        saved(user("nobody@example.com", "active", null));
        saved(user("former@example.com", "suspended", admins));
        assertThat(store().hasAdministrator()).isFalse();

        saved(user("admin@example.com", "active", admins));

        assertThat(store().hasAdministrator()).isTrue();
    }

    private Session savedSession(String hash) {
        UserAccount user = saved(user(hash + "@example.com", "active", null));
        Session session = new Session(hash, user.id(), NOON);
        store().save(session);
        return session;
    }

    @Test
    void hasASessionUntilItExpires() {
        savedSession("one");

        assertThat(store().hasSession("one", NOON.minusMillis(1))).isTrue();
        assertThat(store().hasSession("one", NOON)).isFalse();
        assertThat(store().hasSession("two", NOON.minusMillis(1))).isFalse();
    }

    @Test
    void hasNoSessionThatWasTaken() {
        savedSession("one");

        store().takeSession("one");

        assertThat(store().hasSession("one", NOON.minusMillis(1))).isFalse();
    }

    @Test
    void givesASessionOnce() {
        Session session = savedSession("one");

        assertThat(store().takeSession("one")).contains(session);
        assertThat(store().takeSession("one")).isEmpty();
    }

    @Test
    void givesASessionOnceToThoseWhoAskTogether() throws Exception {
        for (int round = 0; round < 10; round++) {
            String hash = "round" + round;
            savedSession(hash);

            assertThat(Together.call(4, () -> store().takeSession(hash)))
                    .filteredOn(Optional::isPresent)
                    .hasSize(1);
        }
    }

    @Test
    void deletesSessionsThatExpiredBefore() {
        savedSession("one");
        savedSession("two");

        assertThat(store().deleteSessionsExpiredBefore(NOON)).isZero();
        assertThat(store().deleteSessionsExpiredBefore(NOON.plusMillis(1))).isEqualTo(2);
        assertThat(store().takeSession("one")).isEmpty();
    }
}
