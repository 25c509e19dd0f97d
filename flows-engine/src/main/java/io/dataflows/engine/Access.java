package io.dataflows.engine;

import io.dataflows.engine.access.AccessRoom;
import io.dataflows.engine.access.StoredRights;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.Settings;
import io.dataflows.model.access.IssuedTokens;
import io.dataflows.model.access.Origin;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Who may come in: sign-in, tokens and accounts. */
public final class Access {
    private final AccessRoom room;
    private final UserStore users;
    private final WorkQueue queue;
    private final Duration stall;
    private final Clock clock;
    private final SignInEvents events;

    private Access(
            AccessRoom room, UserStore users, WorkQueue queue, Duration stall, Clock clock, SignInEvents events) {
        this.room = room;
        this.users = users;
        this.queue = queue;
        this.stall = stall;
        this.clock = clock;
        this.events = events;
    }

    /** Reads or makes up the signing secret, and sees to it that there is an administrator; call it once a start. */
    public static Access open(
            UserStore users,
            StoredRights rights,
            SettingStore shared,
            WorkQueue queue,
            Settings settings,
            Clock clock) {
        return open(users, rights, shared, queue, settings, clock, Hooks.NONE);
    }

    /**
     * The same where flows wait for sign-ins.
     *
     * @param hooks are told of {@code auth.login}
     */
    public static Access open(
            UserStore users,
            StoredRights rights,
            SettingStore shared,
            WorkQueue queue,
            Settings settings,
            Clock clock,
            Hooks hooks) {
        AccessRoom room = AccessRoom.open(users, rights, shared, settings, clock);
        room.firstAdministrator().ensure();
        return new Access(room, users, queue, settings.loginStallTime(), clock, new SignInEvents(hooks, users));
    }

    /**
     * The caller behind a token; without a token it is nobody, who reads no store. A withdrawn token or account is
     * refused within five seconds.
     *
     * @throws FlowsException INVALID_CREDENTIALS or TOKEN_EXPIRED
     */
    public Accountability authenticate(@Nullable String token, Origin origin) {
        return token == null
                ? Accountability.anonymous(origin.ip(), origin.userAgent(), origin.origin())
                : room.authentication().authenticate(token, origin);
    }

    /**
     * Checks e-mail address and password. A refusal fails the stage with a {@link FlowsException}, and not before
     * {@code LOGIN_STALL_TIME} is over.
     *
     * @param session whether the access token is for a browser session, and so lasts as long as one
     */
    public CompletionStage<IssuedTokens> signIn(String email, String password, boolean session, Origin origin) {
        Instant began = clock.instant();
        try {
            String left = events.before(email, password, origin);
            UUID user = check(email, left, origin);
            return CompletableFuture.completedStage(issue(user, session));
        } catch (FlowsException refusal) {
            return later(refusal, stall.minus(Duration.between(began, clock.instant())));
        }
    }

    /**
     * Exchanges a refresh token, which works once, for a new pair.
     *
     * @throws FlowsException INVALID_CREDENTIALS
     */
    public IssuedTokens refresh(String refreshToken, boolean session) {
        return issue(room.signIn().redeem(refreshToken), session);
    }

    public void signOut(String refreshToken) {
        room.signIn().close(refreshToken);
    }

    /** The text that is kept of a password. */
    public String hash(String password) {
        return room.passwords().hash(password);
    }

    /** To be called when the change of an account or of rights is committed. */
    public void forget() {
        room.authentication().forget();
    }

    public Optional<UserAccount> account(UUID user) {
        return users.find(user);
    }

    private UUID check(String email, String password, Origin origin) {
        try {
            UUID user = room.signIn().check(email, password, origin.ip());
            events.succeeded(email, password, origin);
            return user;
        } catch (FlowsException refusal) {
            events.failed(email, password, origin, refusal);
            throw refusal;
        }
    }

    private IssuedTokens issue(UUID user, boolean session) {
        return session ? room.signIn().openSession(user) : room.signIn().open(user);
    }

    private CompletionStage<IssuedTokens> later(FlowsException refusal, Duration delay) {
        CompletableFuture<IssuedTokens> stage = new CompletableFuture<>();
        if (delay.isNegative() || delay.isZero()) {
            stage.completeExceptionally(refusal);
        } else {
            queue.schedule(delay, () -> stage.completeExceptionally(refusal));
        }
        return stage;
    }
}
