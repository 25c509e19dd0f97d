package io.dataflows.engine.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IPv4 addresses in all spellings that URLs allow: {@code 127.1}, {@code 0x7f.1}, {@code 0177.0.0.1}, {@code 2130706433}. */
final class Ipv4Text {

    private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9a-fA-F]*");

    private Ipv4Text() {}

    /** Whether a host is meant as an address: its last label is a number. */
    static boolean isMeant(String host) {
        return NUMBER.matcher(host.substring(host.lastIndexOf('.') + 1)).matches();
    }

    /** The four bytes, or null when the text is no address. */
    static byte @Nullable [] parse(String host) {
        String[] parts = host.split("\\.", -1);
        long address = 0;
        for (int index = 0; index < parts.length; index++) {
            boolean last = index == parts.length - 1;
            long bound = last ? 1L << 8 * (5 - parts.length) : 256;
            long part = parts.length > 4 ? -1 : number(parts[index]);
            if (part < 0 || part >= bound) {
                return null;
            }
            address += last ? part : part << 8 * (3 - index);
        }
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    /** -1 when it is none, or far too large. */
    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return -1;
        }
        int radix = radix(text);
        String digits = radix == 16 ? text.substring(2) : text;
        String significant = digits.replaceFirst("^0+", "");
        if (significant.isEmpty()) {
            return 0;
        }
        boolean fits = significant.length() <= 12 && significant.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        return fits ? Long.parseLong(significant, radix) : -1;
    }

    private static int radix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 10;
        }
        return text.charAt(1) == 'x' || text.charAt(1) == 'X' ? 16 : 8;
    }
}
