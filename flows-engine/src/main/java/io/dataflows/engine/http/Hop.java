package io.dataflows.engine.http;

import io.dataflows.engine.secret.SecretHeaders;
import io.dataflows.model.capability.HttpCall;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request on the way to the answer: the first, or one that a redirect asked for.
 *
 * @param method in upper case
 */
record Hop(TargetUrl target, String method, HeaderMap headers, byte @Nullable [] body) {

    private static final Pattern METHOD = Pattern.compile("[A-Z0-9!#$%&'*+.^_`|~-]+");

    /** The client that servers have seen so far: some let it in by its name. */
    private static final String AGENT = "axios";

    /** @throws RequestProblem when there is no such request */
    static Hop first(HttpCall call) {
        TargetUrl target = UrlParser.parse(call.url());
        String method = call.method().toUpperCase(Locale.ROOT);
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT")) {
            throw RequestProblem.badRequest(
                    "ERR_INVALID_HTTP_TOKEN", "Method must be a valid HTTP token [\"" + call.method() + "\"]");
        }
        HeaderMap headers = new HeaderMap()
                .put("Accept", "application/json, text/plain, */*")
                .putAll(call.headers());
        byte[] body = RequestBody.prepare(call, method, headers);
        headers.putIfMissing("User-Agent", AGENT).putIfMissing("Accept-Encoding", "gzip, deflate");
        if (target.userInfo() != null) {
            headers.put("Authorization", basic(target.userInfo()));
        }
        return new Hop(target, method, headers, body);
    }

    /** What follows from a redirect; secrets go only where the first request went. */
    Hop redirected(int status, String location, SecretHeaders secrets) {
        TargetUrl next = UrlParser.resolve(target, location);
        boolean toGet = (status == 301 || status == 302) && method.equals("POST")
                || status == 303 && !method.equals("GET") && !method.equals("HEAD");
        boolean trusted = next.isAsTrustedAs(target);
        HeaderMap kept = headers.without(name ->
                name.equals("host") || toGet && name.startsWith("content-") || !trusted && secrets.contains(name));
        if (next.userInfo() != null) {
            kept.put("Authorization", basic(next.userInfo()));
        }
        return new Hop(next, toGet ? "GET" : method, kept, toGet ? null : body);
    }

    static String basic(String userInfo) {
        String[] parts = (userInfo + ":").split(":", 2);
        String password = userInfo.contains(":") ? parts[1].substring(0, parts[1].length() - 1) : "";
        byte[] plain = (decoded(parts[0]) + ":" + decoded(password)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(plain);
    }

    static String decoded(String part) {
        try {
            return UrlText.decode(part);
        } catch (CharacterCodingException notUtf8) {
            throw RequestProblem.badRequest("ERR_BAD_REQUEST", "User or password in the URL is no UTF-8 text.");
        }
    }
}
