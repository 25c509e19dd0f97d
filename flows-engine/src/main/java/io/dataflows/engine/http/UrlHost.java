package io.dataflows.engine.http;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL's host in its one true spelling: whatever disguise it came in, an address is an address here.
 *
 * @param name in lower case and ASCII, without a dot at its end; an address in its usual form, without brackets
 * @param address null when it is a name
 */
record UrlHost(String name, @Nullable InetAddress address) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final int LONGEST = 253;

    private static final IPAddressStringParameters IPV6 = new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .allowAll(false)
            .allowIPv4(false)
            .allowPrefix(false)
            .allowMask(false)
            .allowSingleSegment(false)
            .setRangeOptions(inet.ipaddr.AddressStringParameters.RangeParameters.NO_RANGE)
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBase85(false)
            .allowBinary(false)
            .allowUnlimitedLeadingZeros(false)
            .getParentBuilder()
            .toParams();

    /** The host of a URL as it stands there, or null when it is none. */
    static @Nullable UrlHost parse(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            return parseIpv6(text.substring(1, text.length() - 1));
        }
        String host = ascii(text);
        if (host == null || host.length() > LONGEST || !NAME.matcher(host).matches()) {
            return null;
        }
        if (!Ipv4Text.isMeant(host)) {
            return new UrlHost(host, null);
        }
        byte[] bytes = Ipv4Text.parse(host);
        return bytes == null ? null : of(bytes);
    }

    /** As it stands in a URL or a Host header. */
    String inUrl() {
        return name.indexOf(':') >= 0 ? "[" + name + "]" : name;
    }

    private static @Nullable UrlHost parseIpv6(String text) {
        IPAddress address = new IPAddressString(text, IPV6).getAddress();
        return address == null || address.isMultiple() ? null : of(address.getBytes());
    }

    /** An IPv4 address in the clothes of IPv6 becomes an IPv4 address. */
    private static UrlHost of(byte[] bytes) {
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return new UrlHost(Addresses.of(address).toCanonicalString(), address);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable String ascii(String text) {
        try {
            String host =
                    IDN.toASCII(UrlText.decode(text), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        } catch (CharacterCodingException | IllegalArgumentException noName) {
            return null;
        }
    }
}
