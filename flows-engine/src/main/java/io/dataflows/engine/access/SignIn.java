package io.dataflows.engine.access;

import io.dataflows.engine.port.UserStore;
import io.dataflows.model.access.IssuedTokens;
import io.dataflows.model.access.Session;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.error.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people in by e-mail and password, keeps them in by refresh tokens, and lets them out again. */
public final class SignIn {
    /** No account has a longer one: what is kept of failures stays small. */
    static final int LONGEST_EMAIL = 255;

    private final UserStore users;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Secrets secrets;
    private final LoginThrottle throttle;
    private final Lifetimes lifetimes;
    private final Clock clock;

    SignIn(
            UserStore users,
            Passwords passwords,
            AccessTokens tokens,
            Secrets secrets,
            Lifetimes lifetimes,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.secrets = secrets;
        this.throttle = new LoginThrottle(clock);
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    /**
     * Checks a password, which takes some milliseconds of work on purpose.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_CREDENTIALS, or REQUESTS_EXCEEDED after many failures
     */
    public UUID check(String email, String password, @Nullable String ip) {
        String name = email.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST_EMAIL) {
            // Takes as long as for an unknown address, but nothing of it is kept.
            passwords.matches(password, null);
            throw Refusals.invalidCredentials();
        }
        throttle.check(name, ip);
        Optional<UserAccount> account = users.findByEmail(name).filter(UserAccount::isActive);
        String hash = account.map(UserAccount::passwordHash).orElse(null);
        boolean matches = passwords.matches(password, hash);
        if (account.isEmpty() || !matches) {
            throttle.failed(name, ip);
            throw Refusals.invalidCredentials();
        }
        throttle.succeeded(name, ip);
        return account.get().id();
    }

    /** A short access token and a refresh token for the next pair. */
    public IssuedTokens open(UUID user) {
        String refreshToken = newSession(user, lifetimes.refreshToken());
        return issued(tokens.issue(user, null, lifetimes.accessToken()), lifetimes.accessToken(), refreshToken);
    }

    /** An access token that lasts as long as a browser session may, and ends when its refresh token is used up. */
    public IssuedTokens openSession(UUID user) {
        Duration ttl = lifetimes.session();
        boolean outlivesRefreshing = ttl.compareTo(lifetimes.refreshToken()) > 0;
        String refreshToken = newSession(user, outlivesRefreshing ? ttl : lifetimes.refreshToken());
        return issued(tokens.issue(user, Secrets.hash(refreshToken), ttl), ttl, refreshToken);
    }

    /**
     * Exchanges a refresh token, which is used up by it, for its account.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_CREDENTIALS
     */
    public UUID redeem(String refreshToken) {
        return users.takeSession(Secrets.hash(refreshToken))
                .filter(session -> clock.instant().isBefore(session.expires()))
                .flatMap(session -> users.find(session.user()))
                .filter(UserAccount::isActive)
                .map(UserAccount::id)
                .orElseThrow(Refusals::invalidCredentials);
    }

    /** Uses a refresh token up; one that nobody knows is none any more. */
    public void close(String refreshToken) {
        users.takeSession(Secrets.hash(refreshToken));
    }

    /** Keeps a session and gives its refresh token. */
    private String newSession(UUID user, Duration ttl) {
        Instant now = clock.instant();
        users.deleteSessionsExpiredBefore(now);
        String refreshToken = secrets.newToken();
        users.save(new Session(Secrets.hash(refreshToken), user, now.plus(ttl)));
        return refreshToken;
    }

    private IssuedTokens issued(String accessToken, Duration accessTtl, String refreshToken) {
        return new IssuedTokens(accessToken, accessTtl, refreshToken, lifetimes.refreshToken());
    }

    /** How long each kind of token lasts. */
    record Lifetimes(Duration accessToken, Duration refreshToken, Duration session) {}
}
