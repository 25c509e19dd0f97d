package io.dataflows.engine.http;

import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param scheme {@code http} or {@code https}
 * @param userInfo {@code user:password} with its escapes, or null
 * @param path path and query, as they stand in the request line
 */
record TargetUrl(String scheme, @Nullable String userInfo, UrlHost host, int port, String path) {

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** The Host header: a port only when it isn't the usual one. */
    String authority() {
        return port == defaultPort(scheme) ? host.inUrl() : host.inUrl() + ":" + port;
    }

    /** Whether what was meant for the other one may go here, too. */
    boolean isAsTrustedAs(TargetUrl other) {
        return authority().equals(other.authority()) && (isSecure() || !other.isSecure());
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
