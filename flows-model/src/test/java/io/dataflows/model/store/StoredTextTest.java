package io.dataflows.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "ä€😀", "\0", "a\0b\0", "\u001A", "\u001A0000", "\uD83D", "\uDE00\uD83D", "x\uD83D"
            })
    void givesBackWhatItGot(String text) {
        assertThat(StoredText.decode(StoredText.encode(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\uD83D", "x\uDE00\uD83D\uDE00"})
    void encodesWhatDatabasesRefuse(String text) {
        String stored = StoredText.encode(text);

        assertThat(stored).doesNotContain("\0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(stored)).isTrue();
    }

    @Test
    void leavesOrdinaryTextAsItIs() {
        assertThat(StoredText.encode("tab\t line\n ä😀 \\u0000")).isEqualTo("tab\t line\n ä😀 \\u0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001A", "\u001A00", "\u001Azzzz"})
    void refusesTextThatItDidNotMake(String stored) {
        assertThatThrownBy(() -> StoredText.decode(stored)).isInstanceOf(IllegalArgumentException.class);
    }
}
