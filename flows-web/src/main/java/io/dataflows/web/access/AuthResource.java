package io.dataflows.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.Access;
import io.dataflows.model.access.Origin;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.LateAnswer;
import io.dataflows.web.http.RequestBodies;
import io.dataflows.web.security.Open;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Signs accounts in and out. */
@Path("/auth")
@Dependent
public class AuthResource {
    @Inject
    Access access;

    @Inject
    RequestBodies bodies;

    /** Ways to sign in besides e-mail and password: none. */
    @GET
    @Open
    public Response providers() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("disableDefault", false);
        answer.putArray("data");
        return Answers.json(answer);
    }

    /** Answers a wrong password late, without holding a thread meanwhile. */
    @POST
    @Path("/login")
    @Open
    public void login(InputStream body, @BeanParam ApiCall call, @Suspended AsyncResponse later) {
        JsonNode draft = bodies.jsonOrEmpty(body, call);
        String email = LoginDraft.required(draft, "email");
        String password = LoginDraft.required(draft, "password");
        String mode = LoginDraft.mode(draft, "json");
        boolean secure = call.isSecure();
        LateAnswer.give(
                access.signIn(email, password, mode.equals(TokenAnswer.SESSION), origin(call)),
                tokens -> TokenAnswer.of(tokens, mode, secure),
                later);
    }

    @POST
    @Path("/refresh")
    @Open
    public Response refresh(
            InputStream body, @CookieParam(TokenCookies.REFRESH) @Nullable String cookie, @BeanParam ApiCall call) {
        JsonNode draft = bodies.jsonOrEmpty(body, call);
        String mode = LoginDraft.mode(draft, draft.has("refresh_token") ? "json" : TokenAnswer.COOKIE);
        String token = refreshToken(draft, cookie);
        return TokenAnswer.of(access.refresh(token, mode.equals(TokenAnswer.SESSION)), mode, call.isSecure());
    }

    @POST
    @Path("/logout")
    @Open
    public Response logout(
            InputStream body, @CookieParam(TokenCookies.REFRESH) @Nullable String cookie, @BeanParam ApiCall call) {
        access.signOut(refreshToken(bodies.jsonOrEmpty(body, call), cookie));
        return Response.fromResponse(Answers.nothing())
                .cookie(
                        TokenCookies.none(TokenCookies.SESSION, call.isSecure()),
                        TokenCookies.none(TokenCookies.REFRESH, call.isSecure()))
                .build();
    }

    private static String refreshToken(JsonNode draft, @Nullable String cookie) {
        String sent = LoginDraft.optional(draft, "refresh_token");
        String token = sent == null || sent.isEmpty() ? cookie : sent;
        if (token == null || token.isEmpty()) {
            throw Refusals.invalidPayload("The refresh token is required in either the payload or cookie");
        }
        return token;
    }

    private static Origin origin(ApiCall call) {
        return new Origin(call.who().ip(), call.who().userAgent(), call.who().origin());
    }
}
