package io.dataflows.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptNumberTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "' ', 0",
        "' 5 ', 5",
        "5., 5",
        ".5, 0.5",
        "-1e3, -1000",
        "0x1F, 31",
        "0b11, 3",
        "0o17, 15",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "1_0, NaN",
        "5d, NaN",
        "0x, NaN",
        "-0x1, NaN",
        "., NaN",
        "1e, NaN",
        "NaN, NaN",
        "'1,5', NaN",
        "1e400, Infinity",
        "٣, NaN"
    })
    void readsTextsAsJavaScriptDoes(String text, String number) {
        assertThat((Double) JavaScriptNumber.parse(text)).isEqualTo(Double.valueOf(number));
    }

    @ParameterizedTest
    @CsvSource({
        "5.0, 5",
        "-0.0, 0",
        "1.5, 1.5",
        "1e21, 1e+21",
        "1e20, 100000000000000000000",
        "-1.25e-7, -1.25e-7",
        "1e-6, 0.000001",
        "2e23, 2e+23",
        "9007199254740993, 9007199254740992",
        "8.41e21, 8.41e+21"
    })
    void writesDoublesAsJavaScriptDoes(double number, String text) {
        assertThat(JavaScriptNumber.text(number)).isEqualTo(text);
    }
}
