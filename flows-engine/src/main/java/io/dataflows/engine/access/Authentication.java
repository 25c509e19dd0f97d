package io.dataflows.engine.access;

import io.dataflows.engine.port.UserStore;
import io.dataflows.model.access.Origin;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells who a token belongs to. */
public final class Authentication {
    private final UserStore users;
    private final StoredRights rights;
    private final AccessTokens tokens;
    private final RecentAccounts recent;
    private final Clock clock;

    Authentication(UserStore users, StoredRights rights, AccessTokens tokens, Clock clock) {
        this.users = users;
        this.rights = rights;
        this.tokens = tokens;
        this.recent = new RecentAccounts(clock);
        this.clock = clock;
    }

    /**
     * The caller behind an access token or a static token.
     *
     * @throws io.dataflows.model.error.FlowsException TOKEN_EXPIRED, or INVALID_CREDENTIALS for everything else
     */
    public Accountability authenticate(String token, Origin origin) {
        UserAccount account = account(token).filter(UserAccount::isActive).orElseThrow(Refusals::invalidCredentials);
        Role role = account.role();
        Standing standing = rights.standing(role == null ? null : role.id(), account.id(), origin.ip());
        return new Accountability(
                role == null ? null : role.id(),
                account.id(),
                role == null || !standing.roles().isEmpty() ? standing.roles() : List.of(role.id()),
                standing.admin() || role != null && role.admin(),
                standing.app() || role != null && role.app(),
                origin.ip(),
                origin.userAgent(),
                origin.origin());
    }

    /** To be called when the change of an account or of rights is committed. */
    public void forget() {
        rights.forget();
        recent.forget();
    }

    private Optional<UserAccount> account(String token) {
        Optional<AccessTokens.Named> named = tokens.read(token);
        if (named.isPresent()) {
            String session = named.get().session();
            UUID user = named.get().user();
            return session == null
                    ? recent.get(user.toString(), () -> users.find(user))
                    : recent.get("session " + session, () -> ofSession(session, user));
        }
        String hash = Secrets.hash(token);
        return recent.get(hash, () -> users.findByTokenHash(hash));
    }

    private Optional<UserAccount> ofSession(String session, UUID user) {
        return users.hasSession(session, clock.instant()) ? users.find(user) : Optional.empty();
    }
}
