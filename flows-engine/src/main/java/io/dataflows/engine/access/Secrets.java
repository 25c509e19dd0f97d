package io.dataflows.engine.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes up secrets and hashes them for keeping. */
public final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_BYTES = 15;

    private final SecureRandom random;

    Secrets(SecureRandom random) {
        this.random = random;
    }

    /** 256 bits, in letters that need no quoting anywhere. */
    String newToken() {
        return text(TOKEN_BYTES);
    }

    /** 120 bits: twenty letters that a person can still type. */
    String newPassword() {
        return text(PASSWORD_BYTES);
    }

    /** SHA-256 in hex: enough for tokens, which are random and long. */
    public static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String text(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
    }
}
