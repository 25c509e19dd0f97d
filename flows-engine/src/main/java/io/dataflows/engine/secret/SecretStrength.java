package io.dataflows.engine.secret;

import java.util.Locale;
import java.util.Set;

/**
 * Which texts are worth tracking. Masking {@code 1} or {@code true} wherever it stands would hide everything else and
 * protect nothing: such a secret is guessed at once. Members that are secret by their place are masked whatever they
 * hold, and so are the settings of the environment.
 */
final class SecretStrength {

    /** Fewer characters than the shortest PIN. */
    private static final int MIN = 4;

    /** Shorter ones are masked where they stand alone only: {@code 1234} isn't masked in {@code 12345}. */
    private static final int MIN_INSIDE = 6;

    /** What ordinary data holds, and what the masks themselves are made of. */
    private static final Set<String> COMMON = Set.of(
            "true",
            "false",
            "null",
            "none",
            "undefined",
            "redacted",
            "--redacted--",
            "bearer",
            "basic",
            "digest",
            "negotiate");

    private SecretStrength() {}

    static boolean isWorthTracking(String text) {
        return text.length() >= MIN
                && !text.isBlank()
                && !COMMON.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isShort(String text) {
        return text.length() < MIN_INSIDE;
    }

    /** Whole numbers that are long enough to be a code, as data may also hold them as a number. */
    static boolean isNumber(String text) {
        return text.length() >= MIN_INSIDE && digits(text) == text.length();
    }

    /** Numbers of as many digits, whatever else belongs to them. */
    static boolean isLongNumber(String text) {
        return digits(text) >= MIN_INSIDE;
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
