package io.dataflows.engine.http;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hosts as an administrator lists them: addresses, networks, ranges and names, each with a port if wanted. A name may
 * begin with {@code *.} for all names below it; {@code *} alone is every host.
 */
final class HostList {

    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");
    private static final Pattern NAME = Pattern.compile("(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private final List<Entry> entries;

    private HostList(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * @param setting names the setting in the message
     * @throws IllegalArgumentException when an entry can't be read
     */
    static HostList parse(String setting, List<String> texts) {
        return new HostList(texts.stream().map(text -> entry(setting, text)).toList());
    }

    /** Whether a host of this name may be trusted, wherever it is. */
    boolean hasName(String name, int port) {
        return entries.stream().anyMatch(entry -> entry.fitsPort(port) && entry.fitsName(name));
    }

    boolean hasAddress(IPAddress address, int port) {
        return entries.stream().anyMatch(entry -> entry.fitsPort(port) && entry.fitsAddress(address));
    }

    private static Entry entry(String setting, String text) {
        Matcher parts = WITH_PORT.matcher(text);
        boolean ported = parts.matches();
        String host = ported ? parts.group(1).replaceAll("[\\[\\]]", "") : text;
        int port = ported && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : -1;
        AddressRange range = AddressRange.parse(host).orElse(null);
        String name = host.toLowerCase(Locale.ROOT);
        boolean named = name.equals("*") || NAME.matcher(name).matches() && !Ipv4Text.isMeant(name);
        if (port > 65_535 || range == null && !named) {
            throw new IllegalArgumentException(
                    "Setting " + setting + " (" + text + ") is no host. Maybe write an address "
                            + "such as 10.0.0.1, a network such as 10.0.0.0/8, a range such as 10.0.0.1-10.0.0.9, or a name.");
        }
        return new Entry(range, name, port);
    }

    /** @param port -1 for each */
    private record Entry(@Nullable AddressRange range, String name, int port) {

        boolean fitsPort(int asked) {
            return port < 0 || port == asked;
        }

        boolean fitsName(String asked) {
            if (range != null) {
                return false;
            }
            return name.equals("*") || name.equals(asked) || name.startsWith("*.") && asked.endsWith(name.substring(1));
        }

        boolean fitsAddress(IPAddress asked) {
            return range != null && range.contains(asked);
        }
    }
}
