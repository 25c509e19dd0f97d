package io.dataflows.engine.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param url path and query, as sent
 * @param headers names in lower case; of several with one name the last
 * @param body UTF-8 text, empty when there was none
 */
public record ReceivedRequest(String method, String url, Map<String, String> headers, String body) {

    /** Reads one request whose body, if any, has a length. */
    public static ReceivedRequest read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", 3);
        if (start.length != 3) {
            throw new IOException("Request line (" + String.join(" ", start) + ") has no three parts.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new ReceivedRequest(start[0], start[1], headers, body);
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended within a line.");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
