package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.util.List;
import java.util.Set;

/** The options that a token is signed with: every name is known and has a value of its type. */
record SignOptions(JsonNode json) {

    private static final Set<String> TIMES = Set.of("expiresIn", "notBefore");
    private static final Set<String> TEXTS = Set.of("encoding", "issuer", "subject", "jwtid", "keyid");
    private static final Set<String> SWITCHES =
            Set.of("noTimestamp", "mutatePayload", "allowInsecureKeySizes", "allowInvalidAsymmetricKeyTypes");
    private static final List<String> ONLY_FOR_OBJECTS =
            List.of("expiresIn", "notBefore", "noTimestamp", "audience", "issuer", "subject", "jwtid");

    /** The options as they were given; nothing at all counts as none. */
    static SignOptions of(JsonNode given) {
        JsonNode options = Values.parsed(given);
        return new SignOptions(Values.truthy(options) ? options : Json.object());
    }

    String algorithm() {
        JsonNode inHeader = json.path("header").path("alg");
        JsonNode given = json.path("algorithm");
        if (!inHeader.isMissingNode()) {
            return inHeader.asText();
        }
        return Values.truthy(given) ? given.asText() : "HS256";
    }

    boolean isOn(String name) {
        return json.path(name).booleanValue();
    }

    /** @throws io.dataflows.model.error.FlowsException for the first option that is wrong */
    void check() {
        if (!json.isObject()) {
            throw TokenErrors.plain("Expected \"options\" to be a plain object.");
        }
        json.properties().forEach(option -> check(option.getKey(), option.getValue()));
        if (!Algorithm.isKnown(algorithm())) {
            throw TokenErrors.plain("\"algorithm\" must be a valid string enum value");
        }
    }

    /** A payload that is no object has no claims that an option could set. */
    void checkForPlainPayload(String type) {
        List<String> given =
                ONLY_FOR_OBJECTS.stream().filter(name -> json.has(name)).toList();
        if (!given.isEmpty()) {
            throw TokenErrors.plain("invalid " + String.join(",", given) + " option for " + type + " payload");
        }
    }

    private static void check(String name, JsonNode value) {
        if (TIMES.contains(name)) {
            require(isTime(value), name, "should be a number of seconds or string representing a timespan");
        } else if (TEXTS.contains(name)) {
            require(value.isTextual(), name, "must be a string");
        } else if (SWITCHES.contains(name)) {
            require(value.isBoolean(), name, "must be a boolean");
        } else {
            checkOther(name, value);
        }
    }

    private static void checkOther(String name, JsonNode value) {
        switch (name) {
            case "algorithm" ->
                require(
                        value.isTextual() && Algorithm.isKnown(value.textValue()),
                        name,
                        "must be a valid string enum value");
            case "audience" -> require(value.isTextual() || value.isArray(), name, "must be a string or array");
            case "header" -> require(value.isObject(), name, "must be an object");
            default -> throw TokenErrors.plain("\"" + name + "\" is not allowed in \"options\"");
        }
    }

    private static boolean isTime(JsonNode value) {
        return value.isTextual()
                ? !value.textValue().isEmpty()
                : value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    private static void require(boolean holds, String name, String rule) {
        if (!holds) {
            throw TokenErrors.plain("\"" + name + "\" " + rule);
        }
    }
}
