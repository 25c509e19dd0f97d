package io.dataflows.engine.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads URLs as browsers do, so that nobody else reads another host out of the same text. */
final class UrlParser {

    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
    private static final Pattern PARTS = Pattern.compile("([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(?:(.*)@)?(\\[[^]]*]|[^:@]*)(?::(\\d{0,5}))?");

    private UrlParser() {}

    /**
     * A URL as people write it.
     *
     * @throws RequestProblem when it is none, or none of HTTP
     */
    static TargetUrl parse(String text) {
        String url = UrlText.encode(text);
        Matcher absolute = ABSOLUTE.matcher(url);
        if (!absolute.matches()) {
            throw RequestProblem.invalidUrl(url);
        }
        return absolute(absolute.group(1).toLowerCase(Locale.ROOT), absolute.group(2), url);
    }

    /**
     * Where a redirect leads: an absolute URL, or one that is relative to where it came from.
     *
     * @throws RequestProblem when it is no URL, or none of HTTP
     */
    static TargetUrl resolve(TargetUrl from, String location) {
        String url = UrlText.encode(location.strip());
        if (ABSOLUTE.matcher(url).matches()) {
            return parse(url);
        }
        String[] parts = parts(url);
        String path = parts[0];
        if (path.startsWith("//")) {
            return absolute(from.scheme(), url, url);
        }
        String base = from.path().split("\\?", 2)[0];
        String query = parts[1];
        if (path.isEmpty()) {
            path = base;
        } else if (!path.startsWith("/")) {
            path = base.substring(0, base.lastIndexOf('/') + 1) + path;
        }
        return new TargetUrl(from.scheme(), null, from.host(), from.port(), line(path, query));
    }

    private static TargetUrl absolute(String scheme, String rest, String url) {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw RequestProblem.unsupportedProtocol(scheme);
        }
        String[] parts = parts(rest);
        String hierarchy = parts[0].replaceFirst("^/+", "");
        int slash = hierarchy.indexOf('/');
        Matcher authority = AUTHORITY.matcher(slash < 0 ? hierarchy : hierarchy.substring(0, slash));
        UrlHost host = authority.matches() ? UrlHost.parse(authority.group(2)) : null;
        int port = host == null ? 0 : port(scheme, authority.group(3));
        if (host == null || port < 1 || port > 65_535) {
            throw RequestProblem.invalidUrl(url);
        }
        String path = slash < 0 ? "/" : hierarchy.substring(slash);
        return new TargetUrl(scheme, authority.group(1), host, port, line(path, parts[1]));
    }

    /** Path, with backslashes as the slashes that they count as, and query with its question mark or nothing. */
    private static String[] parts(String rest) {
        Matcher parts = PARTS.matcher(rest);
        if (!parts.matches()) {
            throw RequestProblem.invalidUrl(rest);
        }
        String query = parts.group(2) == null ? "" : parts.group(2);
        return new String[] {parts.group(1).replace('\\', '/'), query};
    }

    private static int port(String scheme, @Nullable String text) {
        return text == null || text.isEmpty() ? TargetUrl.defaultPort(scheme) : Integer.parseInt(text);
    }

    private static String line(String path, String query) {
        return UrlText.encodePath(withoutDots(path)) + UrlText.encodeQuery(query);
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int index = 0; index < segments.length; index++) {
            String plain = segments[index].replaceAll("%2[eE]", ".");
            boolean dots = plain.equals(".") || plain.equals("..");
            if (plain.equals("..")) {
                kept.pollLast();
            }
            if (!dots || index == segments.length - 1) {
                kept.addLast(dots ? "" : segments[index]);
            }
        }
        return "/" + String.join("/", kept);
    }
}
