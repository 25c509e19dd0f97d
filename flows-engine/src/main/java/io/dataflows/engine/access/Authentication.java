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

    Authentication(UserStore users, AccessTokens tokens, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.recent = new RecentAccounts(clock);
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
        Optional<UUID> user = tokens.user(token);
        if (user.isPresent()) {
            UUID id = user.get();
            return recent.get(id.toString(), () -> users.find(id));
        }
        String hash = Secrets.hash(token);
        return recent.get(hash, () -> users.findByTokenHash(hash));
    }
}
