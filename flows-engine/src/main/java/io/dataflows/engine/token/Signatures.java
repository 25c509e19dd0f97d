package io.dataflows.engine.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/** The arithmetic of signatures, which the JOSE library does. */
final class Signatures {

    private Signatures() {}

    /** The signature of a text, in base64url. */
    static String sign(String text, JWSAlgorithm algorithm, TokenKey key) {
        try {
            return signer(key, algorithm)
                    .sign(new JWSHeader(algorithm), bytes(text))
                    .toString();
        } catch (JOSEException refused) {
            throw TokenErrors.plain(String.valueOf(refused.getMessage()));
        }
    }

    /** Whether the signature is the text's; a key that can't check it counts as no. */
    static boolean verify(String text, String signature, JWSAlgorithm algorithm, TokenKey key) {
        try {
            return verifier(key).verify(new JWSHeader(algorithm), bytes(text), new Base64URL(signature));
        } catch (JOSEException refused) {
            return false;
        }
    }

    private static JWSSigner signer(TokenKey key, JWSAlgorithm algorithm) throws JOSEException {
        Key asymmetric = key.key();
        if (asymmetric == null) {
            return new MACSigner(key.hmacKey());
        } else if (asymmetric instanceof ECPrivateKey ec) {
            return new ECDSASigner(ec);
        } else if (asymmetric instanceof PrivateKey rsa) {
            // Small keys were refused before, unless the options allow them.
            return new RSASSASigner(rsa, Set.of(AllowWeakRSAKey.getInstance()));
        }
        throw new JOSEException("A public key can't sign with " + algorithm + ".");
    }

    private static JWSVerifier verifier(TokenKey key) throws JOSEException {
        Key asymmetric = key.key();
        if (asymmetric instanceof ECPublicKey ec) {
            return new ECDSAVerifier(ec);
        } else if (asymmetric instanceof RSAPublicKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        return new MACVerifier(key.hmacKey());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
