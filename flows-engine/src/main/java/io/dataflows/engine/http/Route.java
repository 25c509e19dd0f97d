package io.dataflows.engine.http;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a request gets to its target.
 *
 * @param address where the connection goes: one of the checked addresses, or one of the proxy's
 * @param proxy null when the connection goes to the target itself
 */
record Route(TargetUrl target, InetAddress address, @Nullable Proxy proxy) {

    int port() {
        return proxy == null ? target.port() : proxy.port();
    }

    /** The other end, for messages. */
    String peer() {
        String host = address.getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port();
    }
}
