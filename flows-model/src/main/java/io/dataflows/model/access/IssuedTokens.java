package io.dataflows.model.access;

import java.time.Duration;

/**
 * What a client gets when it signs in.
 *
 * @param accessToken goes with each request
 * @param accessTtl how long the access token is good for
 * @param refreshToken works once, for the next pair
 * @param refreshTtl how long the refresh token is good for
 */
public record IssuedTokens(String accessToken, Duration accessTtl, String refreshToken, Duration refreshTtl) {
    @Override
    public String toString() {
        return "IssuedTokens[accessTtl=" + accessTtl + ", refreshTtl=" + refreshTtl + "]";
    }
}
