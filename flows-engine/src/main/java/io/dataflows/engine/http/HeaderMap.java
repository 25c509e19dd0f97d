package io.dataflows.engine.http;

import io.dataflows.model.capability.HttpHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of a request: one value a name, whatever the case of the name. */
final class HeaderMap {

    /** Where the body ends and how the connection is used is for the client to say. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "expect", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    private final Map<String, HttpHeader> byName = new LinkedHashMap<>();

    /** @throws RequestProblem when a name or a value can't be sent */
    HeaderMap putAll(List<HttpHeader> headers) {
        for (HttpHeader header : headers) {
            checkSendable(header);
            if (!OF_THE_CONNECTION.contains(key(header.name()))) {
                put(header.name(), header.value());
            }
        }
        return this;
    }

    HeaderMap put(String name, String value) {
        byName.put(key(name), new HttpHeader(name, value));
        return this;
    }

    HeaderMap putIfMissing(String name, String value) {
        byName.putIfAbsent(key(name), new HttpHeader(name, value));
        return this;
    }

    @Nullable
    String get(String name) {
        HttpHeader header = byName.get(key(name));
        return header == null ? null : header.value();
    }

    /** A copy without those whose name, in lower case, is like this. */
    HeaderMap without(Predicate<String> names) {
        HeaderMap copy = new HeaderMap();
        byName.forEach((key, header) -> {
            if (!names.test(key)) {
                copy.byName.put(key, header);
            }
        });
        return copy;
    }

    List<HttpHeader> list() {
        return List.copyOf(byName.values());
    }

    private static void checkSendable(HttpHeader header) {
        if (!NAME.matcher(header.name()).matches()) {
            throw RequestProblem.badRequest(
                    "ERR_INVALID_HTTP_TOKEN", "Header name must be a valid HTTP token [\"" + header.name() + "\"]");
        }
        if (!VALUE.matcher(header.value()).matches()) {
            throw RequestProblem.badRequest(
                    "ERR_INVALID_CHAR", "Invalid character in header content [\"" + header.name() + "\"]");
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
