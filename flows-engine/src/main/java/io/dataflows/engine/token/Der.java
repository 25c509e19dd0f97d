package io.dataflows.engine.token;

import java.io.ByteArrayOutputStream;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps keys of older forms into the ones that Java reads: PKCS#1 and SEC 1 into PKCS#8 and SPKI (RFC 5208, 5280). */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int BITS = 0x03;
    private static final int CURVE = 0xA0;

    private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Der() {}

    static byte[] rsaPrivate(byte[] pkcs1) {
        return wrap(SEQUENCE, VERSION_0, RSA, wrap(OCTETS, pkcs1));
    }

    static byte[] rsaPublic(byte[] pkcs1) {
        return wrap(SEQUENCE, RSA, wrap(BITS, new byte[] {0}, pkcs1));
    }

    /** @throws InvalidKeySpecException when the key doesn't name its curve */
    static byte[] ecPrivate(byte[] sec1) throws InvalidKeySpecException {
        return wrap(SEQUENCE, VERSION_0, wrap(SEQUENCE, EC, curve(sec1)), wrap(OCTETS, sec1));
    }

    /** The curve's id in {@code SEQUENCE { 1, key octets, [0] curve, … }}. */
    private static byte[] curve(byte[] sec1) throws InvalidKeySpecException {
        try {
            int at = content(sec1, 0);
            at = end(sec1, at);
            at = end(sec1, at);
            if ((sec1[at] & 0xFF) == CURVE) {
                return Arrays.copyOfRange(sec1, content(sec1, at), end(sec1, at));
            }
        } catch (IndexOutOfBoundsException cutOff) {
            throw new InvalidKeySpecException("The EC key is cut off.", cutOff);
        }
        throw new InvalidKeySpecException("The EC key doesn't name its curve.");
    }

    /** Where the content of the element at this place begins. */
    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return length < 0x80 ? at + 2 : at + 2 + (length & 0x7F);
    }

    /** Where the element at this place ends. */
    private static int end(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        int begin = content(der, at);
        int length = first < 0x80 ? first : 0;
        for (int index = at + 2; index < begin; index++) {
            length = (length << 8) | (der[index] & 0xFF);
        }
        return Math.addExact(begin, length);
    }

    private static byte[] wrap(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var der = new ByteArrayOutputStream();
        der.write(tag);
        writeLength(der, length);
        for (byte[] part : parts) {
            der.writeBytes(part);
        }
        return der.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream der, int length) {
        if (length < 0x80) {
            der.write(length);
            return;
        }
        int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
        der.write(0x80 | bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            der.write(length >> shift);
        }
    }
}
