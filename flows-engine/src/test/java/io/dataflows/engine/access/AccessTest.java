package io.dataflows.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.Access;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.InMemoryPolicyStore;
import io.dataflows.engine.testkit.InMemorySettingStore;
import io.dataflows.engine.testkit.InMemoryUserStore;
import io.dataflows.model.access.IssuedTokens;
import io.dataflows.model.access.Origin;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Origin HERE = new Origin("127.0.0.1", "test", null);
    private static final String MAIL = "admin@example.com";

    private final InMemoryUserStore users = new InMemoryUserStore();
    private final InMemorySettingStore shared = new InMemorySettingStore();
    private final MovingClock clock = new MovingClock();
    private final InMemoryPolicyStore policies = new InMemoryPolicyStore();
    private final StoredRights rights = new StoredRights(policies, clock);
    private final DelayedWork delayed = new DelayedWork();
    private final Access access = open(Map.of("ADMIN_PASSWORD", "Passw0rd!", "ADMIN_TOKEN", "static"));

    @Test
    void givesAnAccessTokenThatNamesItsAccount() {
        IssuedTokens tokens = signIn("ADMIN@example.com", "Passw0rd!");

        Accountability who = access.authenticate(tokens.accessToken(), HERE);

        assertThat(who.admin()).isTrue();
        assertThat(who.user()).isEqualTo(account().id());
        assertThat(who.roles()).containsExactly(who.role());
        assertThat(who.ip()).isEqualTo("127.0.0.1");
        assertThat(tokens.accessTtl()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void refusesAWrongPasswordOnlyAfterTheStallTime() {
        CompletionStage<IssuedTokens> stage = access.signIn(MAIL, "wrong", false, HERE);

        assertThat(stage.toCompletableFuture()).isNotDone();
        assertThat(delayed.delays).containsExactly(Duration.ofMillis(500));
        delayed.runAll();
        assertThatThrownBy(() -> stage.toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .hasMessage("Invalid user credentials.");
    }

    @Test
    void refusesAnUnknownAddressInTheSameWay() {
        CompletionStage<IssuedTokens> stage = access.signIn("nobody@example.com", "x", false, HERE);

        delayed.runAll();
        assertThatThrownBy(() -> stage.toCompletableFuture().join()).cause().hasMessage("Invalid user credentials.");
    }

    @Test
    void hashesForUnknownAddressesToo() {
        Passwords passwords = new Passwords();

        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(passwords.matches("", passwords.hash(""))).isFalse();
        assertThat(passwords.matches("right", passwords.hash("right"))).isTrue();
    }

    @Test
    void makesAnAddressWaitAfterTenFailures() {
        for (int i = 0; i < LoginThrottle.FAILURES; i++) {
            failedSignIn(HERE);
        }

        assertThat(failedSignIn(HERE)).hasMessageContaining("Too many failed sign-ins");
        assertThat(failedSignIn(new Origin("10.0.0.1", null, null))).hasMessage("Invalid user credentials.");
        clock.move(LoginThrottle.WINDOW);
        assertThat(signIn(MAIL, "Passw0rd!")).isNotNull();
    }

    @Test
    void keepsNothingOfAnAddressThatIsTooLongToBeOne() {
        String email = "x".repeat(SignIn.LONGEST_EMAIL) + "@example.com";

        for (int i = 0; i <= LoginThrottle.FAILURES; i++) {
            assertThat(failedSignIn(email, HERE)).hasMessage("Invalid user credentials.");
        }
    }

    @Test
    void tellsAnExpiredTokenFromAWrongOne() {
        String token = signIn(MAIL, "Passw0rd!").accessToken();
        clock.move(Duration.ofMinutes(14));
        assertThat(access.authenticate(token, HERE).admin()).isTrue();

        clock.move(Duration.ofMinutes(1));

        assertThatThrownBy(() -> access.authenticate(token, HERE)).hasMessage("Token expired.");
        assertThatThrownBy(() -> access.authenticate(token + "x", HERE)).hasMessage("Invalid user credentials.");
        assertThatThrownBy(() -> access.authenticate("wrong", HERE)).hasMessage("Invalid user credentials.");
        assertThatThrownBy(() -> access.authenticate("", HERE)).hasMessage("Invalid user credentials.");
    }

    @Test
    void refusesTokensOfAnotherSecretAndUnsignedOnes() {
        Access other = Access.open(
                users, rights, new InMemorySettingStore(), delayed, Settings.of(Map.of("SECRET", "another")), clock);
        String foreign =
                other.refresh(signIn(MAIL, "Passw0rd!").refreshToken(), false).accessToken();
        String unsigned = "eyJhbGciOiJub25lIn0." + foreign.split("\\.")[1] + ".";

        assertThatThrownBy(() -> access.authenticate(foreign, HERE)).hasMessage("Invalid user credentials.");
        assertThatThrownBy(() -> access.authenticate(unsigned, HERE)).hasMessage("Invalid user credentials.");
    }

    @Test
    void acceptsAStaticToken() {
        assertThat(access.authenticate("static", HERE).user())
                .isEqualTo(account().id());
    }

    @Test
    void neverTakesNobodyForSomebody() {
        Accountability nobody = access.authenticate(null, HERE);

        assertThat(nobody.isAnonymous()).isTrue();
        assertThat(nobody.admin()).isFalse();
        assertThat(nobody.app()).isFalse();
        assertThat(nobody.roles()).isEmpty();
    }

    @Test
    void refreshesOnceOnly() {
        String first = signIn(MAIL, "Passw0rd!").refreshToken();

        IssuedTokens second = access.refresh(first, false);

        assertThat(second.refreshToken()).isNotEqualTo(first);
        assertThatThrownBy(() -> access.refresh(first, false)).hasMessage("Invalid user credentials.");
        assertThat(access.refresh(second.refreshToken(), false)).isNotNull();
    }

    @Test
    void doesNotRefreshAfterTheEndOrAfterSigningOut() {
        String old = signIn(MAIL, "Passw0rd!").refreshToken();
        String closed = signIn(MAIL, "Passw0rd!").refreshToken();
        access.signOut(closed);
        assertThatThrownBy(() -> access.refresh(closed, false)).hasMessage("Invalid user credentials.");

        clock.move(Duration.ofDays(7));

        assertThatThrownBy(() -> access.refresh(old, false)).hasMessage("Invalid user credentials.");
    }

    @Test
    void endsABrowserSessionByItsRefreshToken() {
        IssuedTokens left = signInToSession();
        IssuedTokens other = signInToSession();
        access.authenticate(left.accessToken(), HERE);
        access.authenticate(other.accessToken(), HERE);

        access.signOut(left.refreshToken());
        clock.move(RecentAccounts.AGE);

        assertThatThrownBy(() -> access.authenticate(left.accessToken(), HERE)).hasMessage("Invalid user credentials.");
        assertThat(access.authenticate(other.accessToken(), HERE).admin()).isTrue();
    }

    @Test
    void replacesABrowserSessionWhenItIsRefreshed() {
        IssuedTokens first = signInToSession();

        IssuedTokens second = access.refresh(first.refreshToken(), true);

        assertThatThrownBy(() -> access.authenticate(first.accessToken(), HERE))
                .hasMessage("Invalid user credentials.");
        assertThat(access.authenticate(second.accessToken(), HERE).admin()).isTrue();
    }

    @Test
    void keepsABrowserSessionForAsLongAsItWasPromised() {
        Access longer = open(Map.of("ADMIN_TOKEN", "static", "SESSION_COOKIE_TTL", "2d", "REFRESH_TOKEN_TTL", "1d"));
        IssuedTokens tokens = longer.refresh(signIn(MAIL, "Passw0rd!").refreshToken(), true);
        clock.move(Duration.ofDays(2).minusSeconds(1));

        assertThat(longer.authenticate(tokens.accessToken(), HERE).admin()).isTrue();
    }

    @Test
    void neverTakesARefreshTokenForAnAccessToken() {
        IssuedTokens tokens = signInToSession();
        access.authenticate(tokens.accessToken(), HERE);

        assertThatThrownBy(() -> access.authenticate(tokens.refreshToken(), HERE))
                .hasMessage("Invalid user credentials.");
    }

    @Test
    void letsAWithdrawnAccountInForSecondsOnly() {
        String token = signIn(MAIL, "Passw0rd!").accessToken();
        access.authenticate(token, HERE);
        UserAccount account = account();
        users.save(new UserAccount(
                account.id(), null, null, MAIL, account.passwordHash(), null, "suspended", account.role()));

        clock.move(RecentAccounts.AGE);

        assertThatThrownBy(() -> access.authenticate(token, HERE)).hasMessage("Invalid user credentials.");
        assertThatThrownBy(() -> access.authenticate("static", HERE)).hasMessage("Invalid user credentials.");
        assertThat(failedSignIn(HERE)).hasMessage("Invalid user credentials.");
    }

    @Test
    void takesAChangedStaticTokenOver() {
        open(Map.of("ADMIN_TOKEN", "next"));
        clock.move(RecentAccounts.AGE);

        assertThat(access.authenticate("next", HERE).admin()).isTrue();
        assertThatThrownBy(() -> access.authenticate("static", HERE)).isInstanceOf(FlowsException.class);
        assertThat(signIn(MAIL, "Passw0rd!")).isNotNull();
    }

    @Test
    void keepsTheFirstPasswordAtLaterStarts() {
        open(Map.of("ADMIN_PASSWORD", "another"));

        assertThat(signIn(MAIL, "Passw0rd!")).isNotNull();
    }

    private Access open(Map<String, String> settings) {
        return Access.open(users, rights, shared, delayed, Settings.of(settings), clock);
    }

    private UserAccount account() {
        return users.findByEmail(MAIL).orElseThrow();
    }

    private IssuedTokens signIn(String email, String password) {
        return access.signIn(email, password, false, HERE).toCompletableFuture().join();
    }

    private IssuedTokens signInToSession() {
        return access.signIn(MAIL, "Passw0rd!", true, HERE)
                .toCompletableFuture()
                .join();
    }

    private Throwable failedSignIn(Origin origin) {
        return failedSignIn(MAIL, origin);
    }

    private Throwable failedSignIn(String email, Origin origin) {
        CompletionStage<IssuedTokens> stage = access.signIn(email, "wrong", false, origin);
        delayed.runAll();
        List<Throwable> failure = new ArrayList<>();
        stage.whenComplete((tokens, thrown) -> failure.add(thrown));
        return failure.get(0);
    }

    private static final class DelayedWork implements WorkQueue {
        private final List<Duration> delays = new ArrayList<>();
        private final List<Runnable> work = new ArrayList<>();

        @Override
        public void submit(Runnable task) {
            work.add(task);
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
            delays.add(delay);
            work.add(task);
        }

        void runAll() {
            work.forEach(Runnable::run);
            work.clear();
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-03-10T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
