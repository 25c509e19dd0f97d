package io.dataflows.engine.http;

import io.dataflows.engine.setting.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests take which proxy. */
final class Proxies {

    private final Map<String, Proxy> byScheme = new HashMap<>();
    private final List<String> direct;

    Proxies(Settings settings) {
        for (String scheme : List.of("http", "https")) {
            settings.proxy(scheme).ifPresent(text -> byScheme.put(scheme, Proxy.parse(scheme, text)));
        }
        direct = settings.noProxy();
    }

    /** All of them. */
    List<Proxy> list() {
        return List.copyOf(byScheme.values());
    }

    /** Null: straight to the target. */
    @Nullable
    Proxy of(TargetUrl target) {
        Proxy proxy = byScheme.get(target.scheme());
        return proxy == null || direct.stream().anyMatch(pattern -> matches(pattern, target)) ? null : proxy;
    }

    private static boolean matches(String pattern, TargetUrl target) {
        String host = target.host().inUrl();
        String wanted = pattern.toLowerCase(Locale.ROOT);
        return matchesText(wanted, host) || matchesText(wanted, host + ":" + target.port());
    }

    private static boolean matchesText(String pattern, String host) {
        if (pattern.startsWith("*") || pattern.startsWith(".")) {
            return host.endsWith(pattern.startsWith("*") ? pattern.substring(1) : pattern);
        }
        return pattern.endsWith("*")
                ? host.startsWith(pattern.substring(0, pattern.length() - 1))
                : host.equals(pattern);
    }
}
