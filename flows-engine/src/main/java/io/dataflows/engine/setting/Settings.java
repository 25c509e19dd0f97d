package io.dataflows.engine.setting;

import java.time.Duration;
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

    /** Steps of one run, at most. */
    public int maxSteps() {
        return number("FLOWS_MAX_STEPS", 10_000);
    }

    /** Flows that start one another in a chain, at most. */
    public int maxDepth() {
        return number("FLOWS_MAX_DEPTH", 20);
    }

    /** JNDI name of the datasource. */
    public String datasource() {
        return text("DATASOURCE").orElse("java:comp/DefaultDataSource");
    }

    /** How mails are sent: all {@code EMAIL_…} and {@code RATE_LIMITER_EMAIL_FLOWS_…} settings. */
    public MailSettings mail() {
        return MailSettings.of(this);
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
