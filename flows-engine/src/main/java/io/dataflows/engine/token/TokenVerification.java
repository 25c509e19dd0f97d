package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/** Checks tokens: form, algorithm, key, signature, claims; in this order. */
final class TokenVerification {

    private TokenVerification() {}

    /** @param now seconds since 1970, unless the option {@code clockTimestamp} says another time */
    static JsonNode verify(String token, String secret, JsonNode options, long now) {
        checkOptions(options);
        CompactToken read = read(token);
        checkSignature(read, secret, options);
        JsonNode clock = options.path("clockTimestamp");
        new ClaimChecks(
                        read.payload(),
                        options,
                        Values.truthy(clock) ? clock.doubleValue() : now,
                        options.path("clockTolerance").doubleValue())
                .check();
        return read.shown(options);
    }

    private static void checkOptions(JsonNode options) {
        JsonNode nonce = options.path("nonce");
        require(isNumberOrNothing(options.path("clockTimestamp")), "clockTimestamp must be a number");
        // JavaScript would add a text to the time and then never find a token too old.
        require(isNumberOrNothing(options.path("clockTolerance")), "clockTolerance must be a number");
        require(
                nonce.isMissingNode()
                        || (nonce.isTextual() && !nonce.textValue().isBlank()),
                "nonce must be a non-empty string");
        JsonNodeType anyKey = options.path("allowInvalidAsymmetricKeyTypes").getNodeType();
        require(
                anyKey == JsonNodeType.MISSING || anyKey == JsonNodeType.BOOLEAN,
                "allowInvalidAsymmetricKeyTypes must be a boolean");
    }

    private static boolean isNumberOrNothing(JsonNode value) {
        return value.isNumber() || !Values.truthy(value);
    }

    private static CompactToken read(String token) {
        require(!token.isEmpty(), "jwt must be provided");
        require(token.split("\\.", -1).length == 3, "jwt malformed");
        CompactToken read = CompactToken.read(token, false).orElseThrow(() -> TokenErrors.invalid("invalid token"));
        require(!read.signature().isEmpty(), "jwt signature is required");
        // Extensions that must be understood (RFC 7515, 4.1.11): none is.
        require(!read.header().has("crit"), "invalid token");
        return read;
    }

    private static void checkSignature(CompactToken token, String secret, JsonNode options) {
        String algorithm = token.algorithm();
        TokenKey key = TokenKeys.toVerify(secret);
        require(isAllowed(algorithm, key, options.path("algorithms")), "invalid algorithm");
        TokenKeys.checkVerifies(key, algorithm);
        if (!options.path("allowInvalidAsymmetricKeyTypes").booleanValue() && Algorithm.isAsymmetric(algorithm)) {
            key.checkFits(algorithm);
        }
        require(
                Algorithm.find(algorithm)
                        .map(found -> Signatures.verify(token.signed(), token.signature(), found, key))
                        .orElse(false),
                "invalid signature");
    }

    /** The algorithms that the key can have, unless the options name some. */
    private static boolean isAllowed(String algorithm, TokenKey key, JsonNode named) {
        if (!Values.truthy(named)) {
            return key.algorithms().contains(algorithm);
        }
        if (named.isTextual()) {
            return Algorithm.isKnown(algorithm) && named.textValue().contains(algorithm);
        }
        for (JsonNode one : named) {
            if (algorithm.equals(one.textValue())) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw TokenErrors.invalid(message);
        }
    }
}
