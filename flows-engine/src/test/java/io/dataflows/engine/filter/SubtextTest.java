package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SubtextTest {

    private static final int MANY = 400_000;

    @Test
    void findsWhatJavaFinds() {
        Random random = new Random(20261123);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            String unit = random.nextBoolean() ? "ab" : "aab";
            String text = unit.repeat(60 + random.nextInt(20)) + (random.nextBoolean() ? "a" : "b") + unit.repeat(60);
            int from = random.nextInt(30);
            String part = text.substring(from, from + 60 + random.nextInt(100));
            String sought = random.nextBoolean() ? part : part + (random.nextBoolean() ? "a" : "b") + unit.repeat(10);
            boolean expected = text.contains(sought);
            found += expected ? 1 : 0;
            assertThat(Subtext.isIn(text, sought)).isEqualTo(expected);
        }
        assertThat(found).isBetween(1_000, 19_000);
    }

    @Test
    void takesTextsThatNearlyMatchEverywhere() {
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            String text = "a".repeat(MANY);
            assertThat(Subtext.isIn(text, "a".repeat(MANY / 2) + "b")).isFalse();
            assertThat(Subtext.isIn(text, "b" + "a".repeat(MANY / 2))).isFalse();
            assertThat(Subtext.isIn(text + "b", "a".repeat(MANY / 2) + "b")).isTrue();
        });
    }
}
