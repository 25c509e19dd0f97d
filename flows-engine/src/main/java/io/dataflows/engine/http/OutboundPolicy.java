package io.dataflows.engine.http;

import inet.ipaddr.IPAddress;
import io.dataflows.engine.setting.Settings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where requests may go: to public addresses that aren't this machine, and to what the administrator allows; never to
 * what the administrator denies.
 */
final class OutboundPolicy {

    private static final String DENY_LIST = "IMPORT_IP_DENY_LIST";
    private static final String THIS_MACHINE = "0.0.0.0";
    private static final String METADATA = "169.254.169.254";

    private final HostList allowed;
    private final HostList denied;
    private final boolean machineDenied;
    private final Predicate<InetAddress> ownAddress;

    /** @param ownAddress whether an address is one of this machine's network interfaces */
    OutboundPolicy(Settings settings, Predicate<InetAddress> ownAddress) {
        // Not set, the deny list that administrators know still leaves them free to allow this machine.
        List<String> deny = new ArrayList<>(settings.importIpDenyList().orElse(List.of(METADATA)));
        this.machineDenied = deny.removeIf(THIS_MACHINE::equals);
        this.denied = HostList.parse(DENY_LIST, deny);
        this.allowed = HostList.parse("FLOWS_REQUEST_ALLOW_LIST", settings.requestAllowList());
        this.ownAddress = ownAddress;
    }

    /**
     * Judges a host with all of its addresses: one that is denied is enough. A host without any is judged by its name.
     *
     * @throws RequestProblem when a request must not go there
     */
    void check(UrlHost host, int port, List<InetAddress> addresses) {
        boolean byName = denied.hasName(host.name(), port);
        if (byName || addresses.stream().anyMatch(address -> isDenied(host, port, address))) {
            throw RequestProblem.denied(host.name());
        }
    }

    /** Whether the administrator listed the name, so that even a name which only a proxy can resolve is fine. */
    boolean trustsName(UrlHost host, int port) {
        return allowed.hasName(host.name(), port);
    }

    private boolean isDenied(UrlHost host, int port, InetAddress address) {
        List<IPAddress> faces = Addresses.faces(address);
        if (faces.stream().anyMatch(face -> isDeniedAlways(face, port))) {
            return true;
        }
        if (allowed.hasName(host.name(), port) || allowed.hasAddress(faces.get(0), port)) {
            return false;
        }
        return faces.stream().anyMatch(face -> isClosed(face) && !allowed.hasAddress(face, port));
    }

    private boolean isDeniedAlways(IPAddress face, int port) {
        return denied.hasAddress(face, port) || machineDenied && isThisMachine(face);
    }

    private boolean isClosed(IPAddress face) {
        return !PublicAddresses.contains(face) || isThisMachine(face);
    }

    private boolean isThisMachine(IPAddress face) {
        return face.isLoopback() || face.isAnyLocal() || ownAddress.test(face.toInetAddress());
    }
}
