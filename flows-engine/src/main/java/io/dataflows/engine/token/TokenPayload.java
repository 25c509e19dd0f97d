package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.OptionConversion;
import java.util.List;

/** What a token will say: the payload with the claims that options and clock add. */
final class TokenPayload {

    /** An option and the claim that it sets. */
    private record Claim(String option, String name) {}

    private static final List<Claim> CLAIMS = List.of(
            new Claim("audience", "aud"),
            new Claim("issuer", "iss"),
            new Claim("subject", "sub"),
            new Claim("jwtid", "jti"));

    private TokenPayload() {}

    /** The text of the payload. */
    static String text(JsonNode given, SignOptions options, long now) {
        if (given instanceof ObjectNode claims) {
            return Json.write(withClaims(claims.deepCopy(), options, now));
        }
        return OptionConversion.toText(given);
    }

    /** @throws io.dataflows.model.error.FlowsException when this can't be a payload */
    static void check(JsonNode payload, SignOptions options) {
        if (payload.isArray() || payload.isNull()) {
            throw TokenErrors.plain("Expected \"payload\" to be a plain object.");
        }
        if (!payload.isObject()) {
            options.checkForPlainPayload(payload.isTextual() ? "string" : payload.isNumber() ? "number" : "boolean");
            return;
        }
        payload.properties().forEach(claim -> checkSeconds(claim.getKey(), claim.getValue()));
        checkNotTwice("expiresIn", "exp", payload, options);
        checkNotTwice("notBefore", "nbf", payload, options);
    }

    private static void checkSeconds(String claim, JsonNode value) {
        if (List.of("iat", "exp", "nbf").contains(claim) && !value.isNumber()) {
            throw TokenErrors.plain("\"" + claim + "\" should be a number of seconds");
        }
    }

    private static void checkNotTwice(String option, String claim, JsonNode payload, SignOptions options) {
        if (options.json().has(option) && payload.has(claim)) {
            throw TokenErrors.plain(
                    "Bad \"options." + option + "\" option the payload already has an \"" + claim + "\" property.");
        }
    }

    private static ObjectNode withClaims(ObjectNode claims, SignOptions options, long now) {
        JsonNode own = claims.path("iat");
        double issued = Values.truthy(own) ? own.doubleValue() : now;
        if (options.isOn("noTimestamp")) {
            claims.remove("iat");
        } else {
            claims.set("iat", Values.seconds(issued));
        }
        addTime(claims, "nbf", "notBefore", options, issued);
        addTime(claims, "exp", "expiresIn", options, issued);
        CLAIMS.forEach(claim -> add(claims, claim, options));
        return claims;
    }

    private static void addTime(ObjectNode claims, String claim, String option, SignOptions options, double issued) {
        JsonNode length = options.json().path(option);
        if (!length.isMissingNode()) {
            double time = TimeSpan.after(issued, length)
                    .orElseThrow(
                            () -> TokenErrors.plain(
                                    "\"" + option
                                            + "\" should be a number of seconds or string representing a timespan eg: \"1d\", \"20h\", 60"));
            claims.set(claim, Values.seconds(time));
        }
    }

    private static void add(ObjectNode claims, Claim claim, SignOptions options) {
        JsonNode value = options.json().path(claim.option());
        if (value.isMissingNode()) {
            return;
        }
        if (claims.has(claim.name())) {
            throw TokenErrors.plain("Bad \"options." + claim.option() + "\" option. The payload already has an \""
                    + claim.name() + "\" property.");
        }
        claims.set(claim.name(), value);
    }
}
