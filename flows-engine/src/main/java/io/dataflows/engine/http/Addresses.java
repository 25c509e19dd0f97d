package io.dataflows.engine.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** IP addresses, and the IPv4 addresses that IPv6 ones carry inside. */
final class Addresses {

    private static final IPAddressGenerator GENERATOR = new IPAddressGenerator();

    private Addresses() {}

    static IPAddress of(InetAddress address) {
        return GENERATOR.from(address.getAddress());
    }

    /** The address itself and each IPv4 address that a gateway would find in it. */
    static List<IPAddress> faces(InetAddress address) {
        List<IPAddress> faces = new ArrayList<>();
        faces.add(of(address));
        byte[] bytes = address.getAddress();
        if (bytes.length == 16) {
            addEmbedded(bytes, faces);
        }
        return faces;
    }

    private static void addEmbedded(byte[] bytes, List<IPAddress> faces) {
        boolean compatible = begins(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        boolean nat64 = begins(bytes, 0, 0x00, 0x64, 0xff, 0x9b);
        boolean isatap = (bytes[8] & 0xfd) == 0 && begins(bytes, 9, 0x00, 0x5e, 0xfe);
        if (compatible || nat64 || isatap) {
            faces.add(ipv4(bytes, 12, 0));
        }
        if (begins(bytes, 0, 0x20, 0x02)) {
            faces.add(ipv4(bytes, 2, 0));
        }
        if (begins(bytes, 0, 0x20, 0x01, 0x00, 0x00)) {
            faces.add(ipv4(bytes, 4, 0));
            faces.add(ipv4(bytes, 12, 0xff));
        }
    }

    private static IPAddress ipv4(byte[] bytes, int from, int mask) {
        byte[] part = Arrays.copyOfRange(bytes, from, from + 4);
        for (int index = 0; index < 4; index++) {
            part[index] = (byte) (part[index] ^ mask);
        }
        return GENERATOR.from(part);
    }

    private static boolean begins(byte[] bytes, int from, int... prefix) {
        for (int index = 0; index < prefix.length; index++) {
            if ((bytes[from + index] & 0xff) != prefix[index]) {
                return false;
            }
        }
        return true;
    }
}
