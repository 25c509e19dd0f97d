package io.dataflows.engine.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.List;
import java.util.Optional;

/** The algorithms that sign tokens, and {@code none}. */
final class Algorithm {

    static final String NONE = "none";
    static final List<String> HMAC = List.of("HS256", "HS384", "HS512");
    static final List<String> RSA = List.of("RS256", "PS256", "RS384", "PS384", "RS512", "PS512");
    static final List<String> EC = List.of("ES256", "ES384", "ES512");

    private Algorithm() {}

    static boolean isHmac(String name) {
        return HMAC.contains(name);
    }

    static boolean isAsymmetric(String name) {
        return RSA.contains(name) || EC.contains(name);
    }

    static boolean isKnown(String name) {
        return isHmac(name) || isAsymmetric(name) || name.equals(NONE);
    }

    /** Empty for {@code none} and for whatever else signs nothing. */
    static Optional<JWSAlgorithm> find(String name) {
        return isHmac(name) || isAsymmetric(name) ? Optional.of(JWSAlgorithm.parse(name)) : Optional.empty();
    }

    /** The curve that an ES algorithm asks for, by the name that OpenSSL gives it. */
    static String curve(String name) {
        return switch (name) {
            case "ES256" -> "prime256v1";
            case "ES384" -> "secp384r1";
            default -> "secp521r1";
        };
    }
}
