package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "^Hello$~Hello~true",
                "^Hello$~\"Hello\n\"~false",
                "a.b~\"a\nb\"~false",
                "a.b~\"a\rb\"~false",
                "[^]b~\"\nb\"~true",
                "[]~a~false",
                "\\u0048~H~true",
                "\\x48~H~true",
                "\\s~\"\u00a0\"~true",
                "[\\s]~\"\ufeff\"~true",
                "\\A~A~true",
                "[[]~[~true",
                "[a&&b]~&~true",
                "[\\b]~\"\b\"~true",
                "a{,2}~\"a{,2}\"~true",
                "(?<x>H)i~Hi~true",
                "\\cJ~\"\n\"~true",
                "(?=.*\\d)(?=.*[a-z])^.{4,}$~ab1c~true",
                "(?=.*\\d)^.+$~abc~false",
                "(a)\\1~aa~true",
                "(?<!x)y~xy~false",
            })
    void matchesAsInJavaScript(String pattern, String text, boolean found) {
        assertThat(TextPattern.of(pattern).isFoundIn(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a-", "*", "((a{1000}){1000}){1000}", "(?=a{999999})", "(?=(", "a{1001}"})
    void refusesWhatItCannotSearchFor(String pattern) {
        assertThatThrownBy(() -> TextPattern.of(pattern)).isInstanceOf(FilterException.class);
    }

    @Test
    void searchesHostilePatternsInLinearTime() {
        TextPattern pattern = TextPattern.of("^(([a-z])+.)+[A-Z]([a-z])+$");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> pattern.isFoundIn("a".repeat(10_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=x|(a+)+$)(a+)+$", "(a|aa)+\\1$", "(?!(.*)*b)(x+x+)+y"})
    void givesUpWhereTimeWouldNotBeLinear(String pattern) {
        String text = "a".repeat(5_000) + "x".repeat(5_000) + "!";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                        () -> TextPattern.of(pattern).isFoundIn(text))
                .isInstanceOf(FilterException.class));
    }
}
