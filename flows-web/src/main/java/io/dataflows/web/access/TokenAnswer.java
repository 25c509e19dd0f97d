package io.dataflows.web.access;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.access.IssuedTokens;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;

/** Hands tokens out: in the body (mode json), the refresh token in a cookie (cookie), or both in cookies (session). */
final class TokenAnswer {
    static final String SESSION = "session";
    static final String COOKIE = "cookie";

    private TokenAnswer() {}

    static Response of(IssuedTokens tokens, String mode, boolean secure) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("expires", tokens.accessTtl().toMillis());
        if (mode.equals(SESSION)) {
            return Response.fromResponse(Answers.data(data))
                    .cookie(TokenCookies.session(tokens, secure), TokenCookies.refresh(tokens, secure))
                    .build();
        }
        data.put("access_token", tokens.accessToken());
        if (mode.equals(COOKIE)) {
            return Response.fromResponse(Answers.data(data))
                    .cookie(TokenCookies.refresh(tokens, secure))
                    .build();
        }
        return Answers.data(data.put("refresh_token", tokens.refreshToken()));
    }
}
