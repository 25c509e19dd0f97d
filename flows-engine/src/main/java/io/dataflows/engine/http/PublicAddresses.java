package io.dataflows.engine.http;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public internet: those that IANA's registries of special addresses leave over. */
final class PublicAddresses {

    private static final List<AddressRange> CLOSED = ranges(
            "0.0.0.0/8", // this host, this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // behind a carrier's NAT
            "127.0.0.0/8", // loopback
            "168.63.129.16", // metadata of a cloud, on an address that looks public
            "169.254.0.0/16", // link-local, metadata of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, given up
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001:1::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", // protocol assignments; Teredo counts by what it holds
            "2001:db8::/32", // documentation
            "3fff::/20"); // documentation

    /** All else of IPv6 is loopback, link-local, site-local, unique local, multicast or not given out. */
    private static final List<AddressRange> OPEN_IPV6 = ranges("2000::/3", "64:ff9b::/96");

    private PublicAddresses() {}

    static boolean contains(IPAddress address) {
        if (CLOSED.stream().anyMatch(range -> range.contains(address))) {
            return false;
        }
        return address.isIPv4() || OPEN_IPV6.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::of).toList();
    }
}
