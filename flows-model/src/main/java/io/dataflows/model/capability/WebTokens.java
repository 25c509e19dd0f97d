package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.FlowsException;
import java.time.Instant;

/**
 * Makes and checks JSON Web Tokens. Secrets are any text for HS algorithms, keys in PEM for RS, PS and ES. Options are an
 * object, its JSON text, or JSON null; every method throws {@link FlowsException} with a named error.
 */
public interface WebTokens {

    /**
     * A signed token.
     *
     * @param payload the claims, or the JSON text of them
     * @param now becomes {@code iat} unless the payload has one or the option {@code noTimestamp} is true
     */
    String sign(JsonNode payload, String secret, JsonNode options, Instant now);

    /** The payload of a token whose signature and claims hold; with the option {@code complete} its header, too. */
    JsonNode verify(String token, String secret, JsonNode options, Instant now);

    /** What a token says, unchecked; JSON null for a text that is no token. */
    JsonNode decode(String token, JsonNode options);
}
