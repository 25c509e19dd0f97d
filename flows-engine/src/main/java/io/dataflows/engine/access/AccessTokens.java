package io.dataflows.engine.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.dataflows.model.error.Refusals;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues and checks access tokens: JSON Web Tokens signed with HS256 that name an account. */
final class AccessTokens {
    private static final String ISSUER = "dataflows";
    private static final String SESSION = "session";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    /** @param secret any text; all nodes need the same */
    AccessTokens(String secret, Clock clock) {
        byte[] key = Secrets.sha256(secret);
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException badKey) {
            throw new IllegalStateException(badKey);
        }
        this.clock = clock;
    }

    /** @param session hash of the session that the token ends with, or null when it ends by time alone */
    String issue(UUID user, @Nullable String session, Duration ttl) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user.toString())
                .claim(SESSION, session)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException badKey) {
            throw new IllegalStateException(badKey);
        }
        return token.serialize();
    }

    /**
     * What the token names; nothing for a text that isn't one of our tokens.
     *
     * @throws io.dataflows.model.error.FlowsException TOKEN_EXPIRED when it was one of ours
     */
    Optional<Named> read(String token) {
        JWTClaimsSet claims = ownClaims(token);
        if (claims == null) {
            return Optional.empty();
        }
        Date expires = claims.getExpirationTime();
        if (expires == null || !clock.instant().isBefore(expires.toInstant())) {
            throw Refusals.tokenExpired();
        }
        return named(claims);
    }

    private @Nullable JWTClaimsSet ownClaims(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            boolean own = parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && parsed.verify(verifier);
            JWTClaimsSet claims = own ? parsed.getJWTClaimsSet() : null;
            return claims != null && ISSUER.equals(claims.getIssuer()) ? claims : null;
        } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
            return null;
        }
    }

    private static Optional<Named> named(JWTClaimsSet claims) {
        try {
            String subject = claims.getSubject();
            return subject == null
                    ? Optional.empty()
                    : Optional.of(new Named(UUID.fromString(subject), claims.getStringClaim(SESSION)));
        } catch (ParseException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** An account and, for a browser, the hash of the session that has to be there still. */
    record Named(UUID user, @Nullable String session) {}
}
