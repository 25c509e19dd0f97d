package io.dataflows.engine.http;

import io.dataflows.model.capability.HttpHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as it came: headers in order and all of them, the body still packed. */
record RawAnswer(int status, String reason, List<HttpHeader> headers, byte[] body) {

    /** The first value of this name, or null. */
    @Nullable
    String header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpHeader::value)
                .findFirst()
                .orElse(null);
    }

    /** Where it redirects to, or null. */
    @Nullable
    String location() {
        return status >= 300 && status < 400 ? header("location") : null;
    }
}
