package io.dataflows.engine.token;

import io.dataflows.model.error.FlowsException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAPrivateCrtKey;

/** Reads secrets as keys that fit what is asked of them. */
final class TokenKeys {

    private TokenKeys() {}

    /** A text, or a private key. */
    static TokenKey toSign(String secret, String algorithm, boolean anySize) {
        if (secret.isEmpty() && !algorithm.equals(Algorithm.NONE)) {
            throw TokenErrors.plain("secretOrPrivateKey must have a value");
        }
        TokenKey key = read(secret, TokenErrors.plain("secretOrPrivateKey is not valid key material"));
        if (Algorithm.isHmac(algorithm) && key.key() != null) {
            // Even a public key: a token that is signed with it could be made by everybody.
            throw TokenErrors.plain("secretOrPrivateKey must be a symmetric key when using " + algorithm);
        }
        if (Algorithm.isAsymmetric(algorithm)) {
            checkPrivate(key, algorithm, anySize);
        }
        return key;
    }

    private static void checkPrivate(TokenKey key, String algorithm, boolean anySize) {
        if (!key.isPrivate()) {
            throw TokenErrors.plain("secretOrPrivateKey must be an asymmetric key when using " + algorithm);
        }
        if (!anySize && Algorithm.RSA.contains(algorithm) && key.rsaBits() > 0 && key.rsaBits() < 2048) {
            throw TokenErrors.plain("secretOrPrivateKey has a minimum key size of 2048 bits for " + algorithm);
        }
    }

    /** A text, or a public key; of a private RSA key its public half. */
    static TokenKey toVerify(String secret) {
        FlowsException unreadable = TokenErrors.invalid("secretOrPublicKey is not valid key material");
        TokenKey key = read(secret, unreadable);
        try {
            return key.key() instanceof RSAPrivateCrtKey rsa ? new TokenKey(null, Pem.publicKey(rsa)) : key;
        } catch (GeneralSecurityException badKey) {
            unreadable.addSuppressed(badKey);
            throw unreadable;
        }
    }

    /** Checks the key that a token's own header asks for. */
    static void checkVerifies(TokenKey key, String algorithm) {
        if (Algorithm.isHmac(algorithm) && key.key() != null) {
            throw TokenErrors.invalid("secretOrPublicKey must be a symmetric key when using " + algorithm);
        }
        if (Algorithm.isAsymmetric(algorithm) && !key.isPublic()) {
            throw TokenErrors.invalid("secretOrPublicKey must be an asymmetric key when using " + algorithm);
        }
    }

    private static TokenKey read(String secret, FlowsException unreadable) {
        if (!Pem.isMeant(secret)) {
            return TokenKey.ofText(secret);
        }
        try {
            Key key = Pem.read(secret);
            return new TokenKey(null, key);
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            unreadable.addSuppressed(noKey);
            throw unreadable;
        }
    }
}
