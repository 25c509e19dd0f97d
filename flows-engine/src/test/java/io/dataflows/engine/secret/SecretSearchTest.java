package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretSearchTest {

    private final Random random = new Random(20260310);

    @Test
    void leavesNoSecretAndTakesNothingElse() {
        for (int round = 0; round < 20_000; round++) {
            List<String> secrets = Stream.generate(() -> text(1 + random.nextInt(5)))
                    .limit(1 + random.nextInt(5))
                    .toList();
            String text = text(random.nextInt(30));
            String masked = mask(search(secrets), text);
            assertThat(masked).as("%s in %s", secrets, text).doesNotContain(secrets);
            assertThat(masked.replace("#", "").length()).isGreaterThanOrEqualTo(untouched(text, secrets));
        }
    }

    @Test
    void masksOverlappingSecretsWhole() {
        assertThat(mask(search(List.of("abcd", "cdef")), "xabcdefx")).isEqualTo("x##x");
        assertThat(mask(search(List.of("aa")), "aaaa aaa")).isEqualTo("## #a");
        assertThat(mask(search(List.of("aba", "ba")), "ababa")).isEqualTo("##");
    }

    @Test
    void findsCharactersOutsideAscii() {
        assertThat(mask(search(List.of("Überschlüssel", "密码密码")), "x Überschlüssel 密码密码 y"))
                .isEqualTo("x # # y");
    }

    @Test
    void takesTimeThatGrowsWithTheTextOnly() {
        List<String> secrets = new ArrayList<>();
        for (int length = 1; length <= 50; length++) {
            secrets.add("a".repeat(length * 150) + "b" + length);
        }
        SecretSearch search = search(secrets);
        String almost = "a".repeat(1 << 20);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> mask(search, almost)))
                .isEqualTo(almost);
    }

    private static String mask(SecretSearch search, String text) {
        return Matches.mask(text, List.of(search.find(text, 0)));
    }

    private static SecretSearch search(List<String> secrets) {
        return new SecretSearch(secrets.stream()
                .map(text -> new SecretPattern(text, "#", false))
                .toList());
    }

    /** How many characters no secret touches. */
    private static int untouched(String text, List<String> secrets) {
        boolean[] touched = new boolean[text.length()];
        for (String secret : secrets) {
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                for (int i = at; i < at + secret.length(); i++) {
                    touched[i] = true;
                }
            }
        }
        int count = 0;
        for (boolean one : touched) {
            count += one ? 0 : 1;
        }
        return count;
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
