package io.dataflows.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the routes to a target: looks its name up, once, and checks what comes of it. May block. */
record Routes(HostResolver resolver, OutboundPolicy policy, Proxies proxies) {

    /** More of them would only use the time up. */
    private static final int TRIED = 4;

    /**
     * The routes in the order in which they are to be tried, at least one.
     *
     * @throws RequestProblem when there is none, or none that may be taken
     */
    List<Route> to(TargetUrl target) {
        Proxy proxy = proxies.of(target);
        List<InetAddress> addresses = addresses(target, proxy);
        policy.check(target.host(), target.port(), addresses);
        List<InetAddress> ends = proxy == null ? addresses : lookUp(proxy.host());
        return ends.stream()
                .limit(TRIED)
                .map(end -> new Route(target, end, proxy))
                .toList();
    }

    /** A name that only the proxy can resolve has none; only a name that the administrator listed may be such a one. */
    private List<InetAddress> addresses(TargetUrl target, @Nullable Proxy proxy) {
        InetAddress address = target.host().address();
        if (address != null) {
            return List.of(address);
        }
        try {
            return lookUp(target.host().name());
        } catch (RequestProblem unknown) {
            if (proxy != null && policy.trustsName(target.host(), target.port())) {
                return List.of();
            }
            throw unknown;
        }
    }

    private List<InetAddress> lookUp(String name) {
        try {
            List<InetAddress> addresses = resolver.resolve(name);
            if (addresses.isEmpty()) {
                throw RequestProblem.notFound(name, null);
            }
            return addresses;
        } catch (UnknownHostException unknown) {
            throw RequestProblem.notFound(name, unknown);
        }
    }
}
