package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes tokens. */
final class TokenSigning {

    private TokenSigning() {}

    /** @param now seconds since 1970 */
    static String sign(JsonNode payload, String secret, SignOptions options, long now) {
        String algorithm = options.algorithm();
        TokenKey key = TokenKeys.toSign(secret, algorithm, options.isOn("allowInsecureKeySizes"));
        TokenPayload.check(payload, options);
        options.check();
        if (!options.isOn("allowInvalidAsymmetricKeyTypes") && Algorithm.isAsymmetric(algorithm)) {
            key.checkFits(algorithm);
        }
        String text = base64(Json.write(header(payload.isObject(), options)))
                + "."
                + base64(TokenPayload.text(payload, options, now));
        return text
                + "."
                + Algorithm.find(algorithm)
                        .map(found -> Signatures.sign(text, found, key))
                        .orElse("");
    }

    private static ObjectNode header(boolean isObject, SignOptions options) {
        ObjectNode header = Json.object().put("alg", options.algorithm());
        if (isObject) {
            header.put("typ", "JWT");
        }
        if (options.json().has("keyid")) {
            header.set("kid", options.json().path("keyid"));
        }
        options.json().path("header").properties().forEach(member -> header.set(member.getKey(), member.getValue()));
        return header;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
