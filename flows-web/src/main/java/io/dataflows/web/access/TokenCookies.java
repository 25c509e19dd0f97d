package io.dataflows.web.access;

import io.dataflows.model.access.IssuedTokens;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** The cookies of browser sessions: no script can read them, and no other site's page sends them along. */
final class TokenCookies {
    static final String SESSION = "directus_session_token";
    static final String REFRESH = "directus_refresh_token";

    private TokenCookies() {}

    static NewCookie session(IssuedTokens tokens, boolean secure) {
        return cookie(SESSION, tokens.accessToken(), tokens.accessTtl(), secure);
    }

    static NewCookie refresh(IssuedTokens tokens, boolean secure) {
        return cookie(REFRESH, tokens.refreshToken(), tokens.refreshTtl(), secure);
    }

    static NewCookie none(String name, boolean secure) {
        return cookie(name, "", Duration.ZERO, secure);
    }

    private static NewCookie cookie(String name, String value, Duration ttl, boolean secure) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) ttl.toSeconds())
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
