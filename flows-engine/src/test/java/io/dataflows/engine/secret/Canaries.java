package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.trigger.WebhookCall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Secrets that must turn up nowhere, each at another door. */
final class Canaries {

    static final Map<String, String> SETTINGS = Map.of(
            "FLOWS_ENV_ALLOW_LIST",
            "API_KEY,PIN",
            "API_KEY",
            "canary-of=env&\\\"x\"",
            "PIN",
            "48151623",
            "FLOWS_SECRET_HEADERS",
            "x-custom");

    private static final List<String> SECRETS = List.of(
            "canary-of=env&\\\"x\"",
            "canary-of-bearer",
            "canary-of-cookie",
            "canary-of-query",
            "canary pass\"word/ü",
            "canary-of-basic",
            "canary-of-header",
            "canary-of-session",
            "canary-of-login",
            "48151623");

    /** Templates that read all of them. */
    static final List<String> TEMPLATES = List.of(
            "{{ $env.API_KEY }}",
            "{{ $env }}",
            "{{ $trigger.headers.authorization }}",
            "{{ $trigger.headers.cookie }}",
            "{{ $trigger.headers.x-custom }}",
            "{{ $trigger.headers.proxy-authorization }}",
            "{{ $trigger.query.access_token }}",
            "{{ $env.PIN }}",
            "{{ $trigger.headers.x-session-id }}",
            "{{ $trigger.body.login.Password }}",
            "{{ $trigger.body.payload.password }}",
            "{{ $trigger }}");

    private Canaries() {}

    static WebhookCall call(UUID flow) {
        ObjectNode body = (ObjectNode) Flows.json("{\"collection\":\"articles\",\"keys\":[\"1\"],\"list\":[1,2]}");
        body.putObject("payload").put("password", "canary pass\"word/ü");
        body.putObject("login").put("Password", "canary-of-login");
        body.put("note", "bearer canary-of-bearer, cookie canary-of-cookie");
        body.putObject("canary-of-query").put("x", 1);
        String basic = Base64.getEncoder().encodeToString("me:canary-of-basic".getBytes(StandardCharsets.UTF_8));
        return new WebhookCall(
                flow,
                "POST",
                "/trigger/" + flow,
                Json.object().put("access_token", "canary-of-query"),
                body,
                Json.object()
                        .put("content-type", "application/json")
                        .put("authorization", "Bearer canary-of-bearer")
                        .put("proxy-authorization", "Basic " + basic)
                        .put("x-custom", "canary-of-header")
                        .put("x-session-id", "canary-of-session")
                        .put("cookie", "lang=en; session=canary-of-cookie"),
                new byte[0],
                FlowVerifier.ADMIN);
    }

    static void assertAbsent(String what, String text) {
        for (String secret : SECRETS) {
            assertThat(text).as(what).doesNotContain(SecretForms.of(secret));
        }
    }

    static void assertPresent(String text) {
        assertThat(text).contains("canary-of-bearer", "canary-of-cookie", "canary-of-query", "canary-of-header");
    }
}
