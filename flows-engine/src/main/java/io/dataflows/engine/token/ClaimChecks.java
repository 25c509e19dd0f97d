package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.OptionConversion;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Whether the claims of a token hold, in the order in which users are told. Times are seconds since 1970. */
record ClaimChecks(JsonNode payload, JsonNode options, double now, double tolerance) {

    /** An option, the claim that it is about. */
    private record Expected(String option, String claim) {}

    private static final List<Expected> EXPECTED =
            List.of(new Expected("subject", "sub"), new Expected("jwtid", "jti"), new Expected("nonce", "nonce"));

    /** @throws io.dataflows.model.error.FlowsException for the first claim that doesn't hold */
    void check() {
        checkBegin();
        checkEnd();
        checkAudience();
        checkIssuer();
        EXPECTED.forEach(this::checkSame);
        checkAge();
    }

    private void checkBegin() {
        JsonNode begin = payload.path("nbf");
        if (begin.isMissingNode() || Values.truthy(options.path("ignoreNotBefore"))) {
            return;
        }
        require(begin.isNumber(), "invalid nbf value");
        if (begin.doubleValue() > now + tolerance) {
            throw TokenErrors.notActive(Values.date(begin.doubleValue()));
        }
    }

    private void checkEnd() {
        JsonNode end = payload.path("exp");
        if (end.isMissingNode() || Values.truthy(options.path("ignoreExpiration"))) {
            return;
        }
        require(end.isNumber(), "invalid exp value");
        checkTime(end.doubleValue(), "jwt expired");
    }

    private void checkTime(double end, String message) {
        if (now >= end + tolerance) {
            throw TokenErrors.expired(message, Values.date(end));
        }
    }

    private void checkAudience() {
        JsonNode wanted = options.path("audience");
        if (Values.truthy(wanted)) {
            List<JsonNode> found = list(payload.path("aud"));
            require(
                    list(wanted).stream().anyMatch(found::contains),
                    "jwt audience invalid. expected: " + joined(wanted, " or "));
        }
    }

    private void checkIssuer() {
        JsonNode wanted = options.path("issuer");
        if (Values.truthy(wanted)) {
            require(list(wanted).contains(payload.path("iss")), "jwt issuer invalid. expected: " + joined(wanted, ","));
        }
    }

    private void checkSame(Expected expected) {
        JsonNode wanted = options.path(expected.option());
        if (Values.truthy(wanted)) {
            require(
                    wanted.equals(payload.path(expected.claim())),
                    "jwt " + expected.option() + " invalid. expected: " + OptionConversion.toText(wanted));
        }
    }

    private void checkAge() {
        JsonNode most = options.path("maxAge");
        if (!Values.truthy(most)) {
            return;
        }
        require(payload.path("iat").isNumber(), "iat required when maxAge is specified");
        double end = TimeSpan.after(payload.path("iat").doubleValue(), most)
                .orElseThrow(() -> TokenErrors.invalid("\"maxAge\" should be a number of seconds or string representing"
                        + " a timespan eg: \"1d\", \"20h\", 60"));
        checkTime(end, "maxAge exceeded");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw TokenErrors.invalid(message);
        }
    }

    private static List<JsonNode> list(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).toList()
                : List.of(value);
    }

    private static String joined(JsonNode wanted, String separator) {
        return list(wanted).stream().map(OptionConversion::toText).collect(Collectors.joining(separator));
    }
}
