package io.dataflows.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.capability.HttpHeader;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers of an answer as JSON: names in lower case, cookies a list, of other repeated ones all values or the first. */
final class AnswerHeaders {

    /** Those that make no sense twice. */
    private static final Set<String> FIRST_COUNTS = Set.of(
            "age",
            "content-length",
            "content-type",
            "etag",
            "expires",
            "last-modified",
            "location",
            "retry-after",
            "server");

    private AnswerHeaders() {}

    static ObjectNode of(List<HttpHeader> headers) {
        ObjectNode json = Json.object();
        for (HttpHeader header : headers) {
            add(header.name().toLowerCase(Locale.ROOT), header.value(), json);
        }
        // The body that flows get isn't packed any more.
        json.remove("content-encoding");
        return json;
    }

    private static void add(String name, String value, ObjectNode json) {
        if (name.equals("set-cookie")) {
            json.withArray(name).add(value);
        } else if (!json.has(name)) {
            json.put(name, value);
        } else if (!FIRST_COUNTS.contains(name)) {
            json.put(name, json.path(name).textValue() + ", " + value);
        }
    }
}
