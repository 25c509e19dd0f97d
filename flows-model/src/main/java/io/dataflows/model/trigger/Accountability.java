package io.dataflows.model.trigger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose account something happens. Nobody is {@link #anonymous}; there is no identity that means "the system" by
 * being absent.
 *
 * @param roles the role and its parents
 * @param app may use the console
 * @param ip the caller's address, null where there is none
 */
public record Accountability(
        @Nullable UUID role,
        @Nullable UUID user,
        List<UUID> roles,
        boolean admin,
        boolean app,
        @Nullable String ip,
        @Nullable String userAgent,
        @Nullable String origin) {

    public Accountability {
        roles = List.copyOf(roles);
    }

    public static Accountability anonymous(@Nullable String ip, @Nullable String userAgent, @Nullable String origin) {
        return new Accountability(null, null, List.of(), false, false, ip, userAgent, origin);
    }

    public boolean isAnonymous() {
        return user == null && role == null;
    }
}
