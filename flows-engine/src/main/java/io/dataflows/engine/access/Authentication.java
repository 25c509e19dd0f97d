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
    private final AccessTokens tokens;
    private final RecentAccounts recent;
    private final Clock clock;

    Authentication(UserStore users, AccessTokens tokens, Clock clock) {
        this.users = users;
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
        return new Accountability(
                role == null ? null : role.id(),
                account.id(),
                role == null ? List.of() : List.of(role.id()),
                role != null && role.admin(),
                role != null && role.app(),
                origin.ip(),
                origin.userAgent(),
                origin.origin());
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
