package io.dataflows.engine.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks bodies, and never makes more of them than they may have. */
final class Packing {

    private Packing() {}

    /**
     * The body without its content encoding.
     *
     * @throws AnswerTooLarge when it has more bytes than {@code maxSize}
     * @throws IOException when it is damaged, or in an encoding that nobody asked for
     */
    static byte[] unpack(@Nullable String encoding, byte[] body, int maxSize) throws IOException {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        if (body.length == 0 || name.isEmpty() || name.equals("identity")) {
            return body;
        }
        try (InputStream unpacked = stream(name, body)) {
            byte[] bytes = unpacked.readNBytes(maxSize);
            if (bytes.length == maxSize && unpacked.read() >= 0) {
                throw new AnswerTooLarge(maxSize);
            }
            return bytes;
        }
    }

    private static InputStream stream(String name, byte[] body) throws IOException {
        InputStream packed = new ByteArrayInputStream(body);
        return switch (name) {
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            // Some servers leave out the two bytes that begin a zlib stream.
            case "deflate" -> new InflaterInputStream(packed, new Inflater((body[0] & 0x0f) != 8));
            default -> throw new IOException("Content encoding (" + name + ") can't be read.");
        };
    }
}
