package io.dataflows.engine.setting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sets: environment variables, overridden by system properties of the same name. Each getter
 * names one setting; a value that can't be read stops the start with a message that names it.
 */
public final class Settings {

    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(b|kb|mb|gb)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)?", Pattern.CASE_INSENSITIVE);

    private final UnaryOperator<@Nullable String> source;

    /** @param source gives the text of a setting, or null when it isn't set */
    public Settings(UnaryOperator<@Nullable String> source) {
        this.source = source;
    }

    /** The settings of this process. */
    public static Settings ofProcess() {
        return new Settings(name -> {
            String property = name == null ? null : System.getProperty(name);
            return property != null ? property : System.getenv(name);
        });
    }

    /** Settings from a map, for embedding and tests. */
    public static Settings of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new Settings(name -> name == null ? null : copy.get(name));
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name)).map(String::trim).filter(text -> !text.isEmpty());
    }

    public int number(String name, int otherwise) {
        return text(name).map(text -> parseNumber(name, text)).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name).map(text -> parseFlag(name, text)).orElse(otherwise);
    }

    /** @return bytes; the text is a number with an optional unit b, kb, mb or gb */
    public long size(String name, long otherwise) {
        return text(name).map(text -> parseSize(name, text)).orElse(otherwise);
    }

    /** The text is a number with an optional unit ms, s, m, h or d; milliseconds without one. */
    public Duration time(String name, Duration otherwise) {
        return text(name).map(text -> parseTime(name, text)).orElse(otherwise);
    }

    /** Comma text; {@code false} means none. */
    public List<String> list(String name) {
        return text(name)
                .filter(text -> !text.equalsIgnoreCase("false"))
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** The variables that {@code FLOWS_ENV_ALLOW_LIST} names, with their values, in its order. */
    public Map<String, String> flowEnvironment() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : list("FLOWS_ENV_ALLOW_LIST")) {
            text(name).ifPresent(value -> values.put(name, value));
        }
        return values;
    }

    /** Bytes of an HTTP body; 1 MB unless set. */
    public long maxPayloadSize() {
        return size("MAX_PAYLOAD_SIZE", 1 << 20);
    }

    public int queryLimitDefault() {
        return number("QUERY_LIMIT_DEFAULT", 100);
    }

    /** -1 means no bound. */
    public int queryLimitMax() {
        return number("QUERY_LIMIT_MAX", -1);
    }

    public Duration accessTokenTtl() {
        return time("ACCESS_TOKEN_TTL", Duration.ofMinutes(15));
    }

    public Duration refreshTokenTtl() {
        return time("REFRESH_TOKEN_TTL", Duration.ofDays(7));
    }

    public Duration sessionCookieTtl() {
        return time("SESSION_COOKIE_TTL", Duration.ofDays(1));
    }

    /** How long a failed sign-in takes at least. */
    public Duration loginStallTime() {
        return time("LOGIN_STALL_TIME", Duration.ofMillis(500));
    }

    /** Whether answers of GET webhooks are kept and given again. */
    public boolean cacheEnabled() {
        return flag("CACHE_ENABLED", false);
    }

    /** How long an answer is given again. */
    public Duration cacheTtl() {
        return time("CACHE_TTL", Duration.ofMinutes(5));
    }

    /** Bytes of all kept answers together. */
    public long cacheMaxSize() {
        return size("CACHE_MAX_SIZE", 64 << 20);
    }

    /** Steps of one run, at most. */
    public int maxSteps() {
        return number("FLOWS_MAX_STEPS", 10_000);
    }

    /**
     * Characters of JSON that one run holds, at most: what its templates make and what its steps give; 64 MB unless
     * set.
     */
    public long maxDataSize() {
        return size("FLOWS_MAX_DATA_SIZE", 64 << 20);
    }

    /** Flows that start one another in a chain, at most. */
    public int maxDepth() {
        return number("FLOWS_MAX_DEPTH", 20);
    }

    /** Where requests may go although it is no public address: addresses, networks, ranges, names; none unless set. */
    public List<String> requestAllowList() {
        return list("FLOWS_REQUEST_ALLOW_LIST");
    }

    /** Where requests never go, whatever is allowed; nothing when it isn't set, and {@code 0.0.0.0} is this machine. */
    public Optional<List<String>> importIpDenyList() {
        return text("IMPORT_IP_DENY_LIST").map(set -> list("IMPORT_IP_DENY_LIST"));
    }

    /** How long one request may take, with its redirects, from looking the name up to the last byte. */
    public Duration requestTimeout() {
        return time("FLOWS_REQUEST_TIMEOUT", Duration.ofSeconds(30));
    }

    /** How long one connection of a request may take to be there. */
    public Duration requestConnectTimeout() {
        return time("FLOWS_REQUEST_CONNECT_TIMEOUT", Duration.ofSeconds(5));
    }

    /** Bytes of the answer to a request, at most, unpacked. */
    public long requestMaxSize() {
        return size("FLOWS_REQUEST_MAX_SIZE", 10 << 20);
    }

    /** Bytes that the answers of all requests under way have together; a quarter of the heap, at least 32 MB. */
    public long requestMaxMemory() {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        return size("FLOWS_REQUEST_MAX_MEMORY", Math.max(quarter, 32 << 20));
    }

    /** Redirects that one request follows, at most. */
    public int requestMaxRedirects() {
        return number("FLOWS_REQUEST_MAX_REDIRECTS", 21);
    }

    /**
     * The proxy for requests of a scheme: {@code HTTP_PROXY} or {@code HTTPS_PROXY}, else Java's {@code
     * http.proxyHost} or {@code https.proxyHost} with its port.
     *
     * @param scheme {@code http} or {@code https}
     * @return {@code [http://][user:password@]host[:port]}
     */
    public Optional<String> proxy(String scheme) {
        String name = scheme + "_proxy";
        return text(name.toUpperCase(Locale.ROOT)).or(() -> text(name)).or(() -> text(scheme + ".proxyHost")
                .map(host -> host
                        + text(scheme + ".proxyPort").map(port -> ":" + port).orElse("")));
    }

    /**
     * Hosts that are reached without a proxy: {@code NO_PROXY}, or Java's {@code http.nonProxyHosts} for a proxy that
     * Java's properties name. A leading {@code *} or dot stands for any beginning.
     */
    public List<String> noProxy() {
        String java = text("http.nonProxyHosts").orElse("localhost|127.*|[::1]");
        boolean named = text("http.proxyHost").or(() -> text("https.proxyHost")).isPresent();
        List<String> hosts = new ArrayList<>(list("NO_PROXY"));
        hosts.addAll(list("no_proxy"));
        if (named) {
            hosts.addAll(List.of(java.split("\\|")));
        }
        return hosts;
    }

    /** Names of request headers whose values are masked in runs and logs, besides authorization, cookie and their like. */
    public List<String> secretHeaders() {
        return list("FLOWS_SECRET_HEADERS");
    }

    /** Whether secrets are masked in the answers of flows, too; off unless {@code true}. */
    public boolean maskAnswers() {
        return flag("FLOWS_MASK_ANSWERS", false);
    }

    /** Runs of one chain of flows that start one another, at most, the first one aside. */
    public int maxChainRuns() {
        return number("FLOWS_MAX_CHAIN_RUNS", 100_000);
    }

    /** Runs that one step that triggers a flow for each element of a list has under way at once, at most. */
    public int maxParallel() {
        return number("FLOWS_MAX_PARALLEL", 100);
    }

    /** How long a filter flow may keep whoever causes its event waiting. */
    public Duration filterTimeout() {
        return time("FLOWS_FILTER_TIMEOUT", Duration.ofSeconds(30));
    }

    /** How long a script may run; 10 seconds unless set. */
    public Duration scriptTimeout() {
        Duration time = time("FLOWS_RUN_SCRIPT_TIMEOUT", Duration.ofSeconds(10));
        if (time.isZero()) {
            throw unreadable("FLOWS_RUN_SCRIPT_TIMEOUT", "0", "a time of at least 1 ms", null);
        }
        return time;
    }

    /** Megabytes that a script may hold, at least 8; 32 unless set. */
    public int scriptMaxMemory() {
        int megabytes = number("FLOWS_RUN_SCRIPT_MAX_MEMORY", 32);
        if (megabytes < 8) {
            throw unreadable(
                    "FLOWS_RUN_SCRIPT_MAX_MEMORY",
                    String.valueOf(megabytes),
                    "a whole number of megabytes from 8",
                    null);
        }
        return megabytes;
    }

    /** JNDI name of the datasource. */
    public String datasource() {
        return text("DATASOURCE").orElse("java:comp/DefaultDataSource");
    }

    /** How mails are sent: all {@code EMAIL_…} and {@code RATE_LIMITER_EMAIL_FLOWS_…} settings. */
    public MailSettings mail() {
        return MailSettings.of(this);
    }

    private static boolean parseFlag(String name, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw unreadable(name, text, "true or false", null);
        };
    }

    private static int parseNumber(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw unreadable(name, text, "a whole number", notANumber);
        }
    }

    private static long parseSize(String name, String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(name, text, "a size such as 1mb", null);
        }
        long factor =
                switch (unit(matcher)) {
                    case "kb" -> 1L << 10;
                    case "mb" -> 1L << 20;
                    case "gb" -> 1L << 30;
                    default -> 1L;
                };
        return Long.parseLong(matcher.group(1)) * factor;
    }

    private static Duration parseTime(String name, String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw unreadable(name, text, "a time such as 15m", null);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (unit(matcher)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofMillis(amount);
        };
    }

    private static String unit(Matcher matcher) {
        String unit = matcher.group(2);
        return unit == null ? "" : unit.toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException unreadable(
            String name, String text, String expected, @Nullable Throwable cause) {
        return new IllegalArgumentException("Setting " + name + " (" + text + ") is not " + expected + ".", cause);
    }
}
