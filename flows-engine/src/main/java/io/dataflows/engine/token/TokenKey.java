package io.dataflows.engine.token;

import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What signs or checks a token.
 *
 * @param secret the bytes of a plain text, or null for a key in PEM
 * @param key a private or public key, or null for a plain text
 */
record TokenKey(byte @Nullable [] secret, @Nullable Key key) {

    private static final int SHA256_BLOCK = 64;

    static TokenKey ofText(String text) {
        return new TokenKey(text.getBytes(StandardCharsets.UTF_8), null);
    }

    boolean isPrivate() {
        return key instanceof PrivateKey;
    }

    boolean isPublic() {
        return key instanceof PublicKey;
    }

    int rsaBits() {
        return key instanceof RSAKey rsa ? rsa.getModulus().bitLength() : 0;
    }

    /** The algorithms that this key can have. */
    List<String> algorithms() {
        if (key == null) {
            return Algorithm.HMAC;
        }
        return key instanceof RSAKey ? Algorithm.RSA : Algorithm.EC;
    }

    /**
     * The text's bytes, filled up with zeros to 64. Every HMAC fills its key up so, to a block of 64 or 128 bytes: the
     * signature stays the same, and a library that refuses short keys takes it.
     */
    byte[] hmacKey() {
        byte[] bytes = secret == null ? new byte[0] : secret;
        return bytes.length < SHA256_BLOCK ? Arrays.copyOf(bytes, SHA256_BLOCK) : bytes;
    }

    /** @throws io.dataflows.model.error.FlowsException when the key is of another kind than the algorithm asks for */
    void checkFits(String algorithm) {
        if (key == null) {
            return;
        }
        if (!algorithms().contains(algorithm)) {
            throw TokenErrors.plain("\"alg\" parameter for \"" + (key instanceof RSAKey ? "rsa" : "ec")
                    + "\" key type must be one of: " + String.join(", ", algorithms()) + ".");
        }
        if (key instanceof ECKey ec && !Algorithm.curve(algorithm).equals(curve(ec))) {
            throw TokenErrors.plain(
                    "\"alg\" parameter \"" + algorithm + "\" requires curve \"" + Algorithm.curve(algorithm) + "\".");
        }
    }

    private static @Nullable String curve(ECKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        if (Curve.P_256.equals(curve)) {
            return "prime256v1";
        } else if (Curve.P_384.equals(curve)) {
            return "secp384r1";
        }
        return Curve.P_521.equals(curve) ? "secp521r1" : null;
    }
}
