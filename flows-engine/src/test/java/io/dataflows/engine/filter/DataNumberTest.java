package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that callers send as text: exact and safe ones are read, the others are infinite. */
class DataNumberTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MANY = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "' -5.50 ', -5.5",
        "9007199254740991, 9007199254740991",
        "9007199254740993, Infinity",
        "0.1000000000000000000000, 0.1",
        "0.1000000000000000000001, Infinity",
        "00000000000000000000000000000007, 7",
        "1e400, Infinity",
        "1e-400, Infinity",
        "-1e-400, Infinity",
        "0e400, 0",
        "-0, 0"
    })
    void readsWhatADoubleHolds(String text, double number) {
        assertThat(read(text) + 0.0).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-99999999999", "-1e-2147483649", "0.01e-2147483647", "1e99999999999"})
    void takesExponentsThatNoDecimalHas(String text) {
        assertThat(read(text)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e-99999999999", "0.000e99999999999", "-0e-2147483649"})
    void takesZeroWithAnyExponent(String text) {
        assertThat(read(text)).isZero();
    }

    @Test
    void takesTextsOfAnyLength() {
        String digits = "7".repeat(MANY);
        assertSoon(digits, Double.POSITIVE_INFINITY);
        assertSoon("1." + digits, Double.POSITIVE_INFINITY);
        assertSoon("-0." + digits + "e5", Double.POSITIVE_INFINITY);
        assertSoon(digits + "e-" + MANY, Double.POSITIVE_INFINITY);
        assertSoon("0." + "0".repeat(MANY), 0);
        assertSoon(" ".repeat(MANY) + "1234567890123456" + " ".repeat(MANY), 1234567890123456d);
        assertThat(read(digits + "x")).isNaN();
    }

    private static void assertSoon(String text, double number) {
        assertTimeoutPreemptively(LIMIT, () -> assertThat(read(text)).isEqualTo(number));
    }

    private static double read(String text) {
        return DataNumber.read(TextNode.valueOf(text));
    }
}
