package io.dataflows.engine.http;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import java.util.regex.Pattern;

/** Neighbouring addresses: one, a network {@code 10.0.0.0/8}, or a range {@code 10.0.0.1-10.0.0.9}. */
public record AddressRange(IPAddressSeqRange addresses) {

    private static final Pattern LOOKS_LIKE_ADDRESSES = Pattern.compile("[0-9a-fA-F:.]+([-/][0-9a-fA-F:.]+)?");

    /** @throws IllegalArgumentException when it isn't one */
    static AddressRange of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Address (" + text + ") is none."));
    }

    /** Nothing where the text is none. */
    public static Optional<AddressRange> parse(String text) {
        if (!LOOKS_LIKE_ADDRESSES.matcher(text).matches()) {
            return Optional.empty();
        }
        String[] ends = text.split("-", 2);
        try {
            IPAddress first = address(ends[0]);
            IPAddress last = ends.length == 1 ? first : address(ends[1]);
            if (first.isIPv4() != last.isIPv4()) {
                return Optional.empty();
            }
            return Optional.of(new AddressRange(
                    first == last ? first.toPrefixBlock().toSequentialRange() : first.spanWithRange(last)));
        } catch (AddressStringException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether an address, as its text, is in it; a text that is none is not. */
    public boolean contains(String address) {
        try {
            return LOOKS_LIKE_ADDRESSES.matcher(address).matches() && contains(address(address));
        } catch (AddressStringException noAddress) {
            return false;
        }
    }

    boolean contains(IPAddress address) {
        return addresses.getLower().isIPv4() == address.isIPv4() && addresses.contains(address);
    }

    private static IPAddress address(String text) throws AddressStringException {
        IPAddress address = new IPAddressString(text).toAddress();
        if (address == null || address.isMultiple() && !address.isPrefixed()) {
            throw new AddressStringException("Not one address: " + text);
        }
        return address;
    }
}
