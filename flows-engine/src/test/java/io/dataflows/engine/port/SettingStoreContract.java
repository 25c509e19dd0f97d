package io.dataflows.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SettingStore} does. */
public abstract class SettingStoreContract {

    /** The store under test, empty at the beginning of each test. */
    protected abstract SettingStore store();

    @Test
    void keepsTheFirstValue() {
        assertThat(store().getOrCreate("secret", "first")).isEqualTo("first");
        assertThat(store().getOrCreate("secret", "second")).isEqualTo("first");
    }

    @Test
    void keepsNamesApart() {
        store().getOrCreate("one", "1");

        assertThat(store().getOrCreate("two", "2")).isEqualTo("2");
    }

    @Test
    void keepsOddAndLongTexts() {
        String text = Samples.ODD_TEXT + "x".repeat(10_000);
        store().getOrCreate("secret", text);

        assertThat(store().getOrCreate("secret", "other")).isEqualTo(text);
    }

    @Test
    void givesOneAnswerToThoseWhoAskTogether() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "round" + round;

            assertThat(new HashSet<>(Together.call(
                            4, () -> store().getOrCreate(name, UUID.randomUUID().toString()))))
                    .hasSize(1);
        }
    }
}
