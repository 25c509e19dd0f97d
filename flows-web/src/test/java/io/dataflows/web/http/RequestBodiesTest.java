package io.dataflows.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.ApiLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodiesTest {
    private final RequestBodies bodies = new RequestBodies(new ApiLimits(10, 100, -1, 10));

    @Test
    void readsUpToTheLimit() {
        assertThat(bodies.bytes(body("0123456789"), 10)).hasSize(10);
        assertThat(bodies.bytes(body("0123456789"), -1)).hasSize(10);
    }

    @Test
    void refusesMoreThanTheLimitAnnouncedOrNot() {
        InputStream unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("A body that is announced as too large must not be read.");
            }
        };

        assertThatThrownBy(() -> bodies.bytes(unread, 11)).hasMessage("Invalid payload. request entity too large.");
        assertThatThrownBy(() -> bodies.bytes(body("0123456789X"), -1))
                .hasMessage("Invalid payload. request entity too large.");
        assertThatThrownBy(() -> bodies.bytes(body("0123456789X"), 3))
                .hasMessage("Invalid payload. request entity too large.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "5", "\"text\"", "null", "{} {}", "", "{\"a\":NaN}", "[1,]", "\uFEFF{}"})
    void refusesEverythingButOneObjectOrList(String text) {
        assertThatThrownBy(() -> RequestBodies.parse(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Invalid payload. ");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] latin = "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16BE);

        assertThatThrownBy(() -> RequestBodies.parse(latin)).hasMessage("Invalid payload. The text is not UTF-8.");
        assertThatThrownBy(() -> RequestBodies.parse(wide)).hasMessageStartingWith("Invalid payload. ");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        assertThatThrownBy(() -> RequestBodies.parse("[".repeat(5_000).getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Invalid payload. ");
        assertThatThrownBy(() -> RequestBodies.parse(("[" + "9".repeat(5_000) + "]").getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("Invalid payload. ");
    }

    @Test
    void tellsJsonByItsContentType() {
        assertThat(RequestBodies.isJson("application/json")).isTrue();
        assertThat(RequestBodies.isJson("Application/JSON; charset=\"UTF-8\"")).isTrue();
        assertThat(RequestBodies.isJson("application/json; charset=utf-16")).isFalse();
        assertThat(RequestBodies.isJson("application/x-www-form-urlencoded")).isFalse();
        assertThat(RequestBodies.isJson(null)).isFalse();
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
