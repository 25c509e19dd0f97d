package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.capability.WebTokens;
import java.time.Instant;

/** JSON Web Tokens in plain Java: nothing outside is reached. */
public final class SignedWebTokens implements WebTokens {

    @Override
    public String sign(JsonNode payload, String secret, JsonNode options, Instant now) {
        return TokenSigning.sign(Values.parsed(payload), secret, SignOptions.of(options), now.getEpochSecond());
    }

    @Override
    public JsonNode verify(String token, String secret, JsonNode options, Instant now) {
        return TokenVerification.verify(token, secret, object(options), now.getEpochSecond());
    }

    @Override
    public JsonNode decode(String token, JsonNode options) {
        JsonNode read = object(options);
        return CompactToken.read(token, Values.truthy(read.path("json")))
                .map(parts -> parts.shown(read))
                .orElse(NullNode.getInstance());
    }

    /** Whatever isn't an object has no options. */
    private static JsonNode object(JsonNode options) {
        JsonNode read = Values.parsed(options);
        return read.isObject() ? read : Json.object();
    }
}
