package io.dataflows.web.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.QueryString;
import jakarta.ws.rs.core.Cookie;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token that came with a request.
 *
 * @param token null where there is none
 * @param fromCookie a browser sent it by itself
 */
record Credentials(@Nullable String token, boolean fromCookie) {
    static final String SESSION_COOKIE = "directus_session_token";
    private static final String BEARER = "bearer ";

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD when there are two tokens */
    static Credentials of(@Nullable String authorization, @Nullable String query, Map<String, Cookie> cookies) {
        String header = bearer(authorization);
        String parameter = parameter(query);
        if (header != null && parameter != null) {
            throw Refusals.invalidPayload("The request uses more than one authentication method");
        }
        String token = header == null ? parameter : header;
        if (token != null) {
            return new Credentials(token, false);
        }
        Cookie cookie = cookies.get(SESSION_COOKIE);
        return new Credentials(cookie == null ? null : orNull(cookie.getValue()), true);
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer && authorization != null
                ? orNull(authorization.substring(BEARER.length()).strip())
                : null;
    }

    private static @Nullable String parameter(@Nullable String query) {
        if (query == null || !query.contains("access_token")) {
            return null;
        }
        JsonNode value = QueryString.parse(query).path("access_token");
        return value.isTextual() ? orNull(value.textValue()) : null;
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
