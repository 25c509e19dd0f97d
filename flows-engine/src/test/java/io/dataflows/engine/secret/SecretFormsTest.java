package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretFormsTest {

    @Test
    void findsASecretInsideJsonText() {
        assertThat(masked("a\"b\\c\nd€", "{\"x\":\"a\\\"b\\\\c\\nd€\"}")).isEqualTo("{\"x\":\"#\"}");
    }

    @Test
    void findsASecretInsideJsonTextInsideJsonText() {
        String text = "a\"b";
        for (int depth = 0; depth < 4; depth++) {
            assertThat(masked("a\"b", text)).doesNotContain("a").doesNotContain("b");
            text = Json.write(TextNode.valueOf(text));
        }
    }

    @Test
    void findsASecretInUrlsAndForms() {
        String secret = "p&ss word/ü~(1)!";
        assertThat(masked(secret, "x=" + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                .isEqualTo("x=#");
        assertThat(masked(secret, "x=p%26ss%20word%2F%C3%BC~(1)!")).isEqualTo("x=#");
        assertThat(masked(secret, "x=p%26ss%20word%2f%c3%bc~(1)!")).isEqualTo("x=#");
    }

    @Test
    void findsASecretAnywhereInBase64() {
        String secret = "sup3rs3cret?>";
        for (String before : List.of("", "u", "us", "user:", "äü")) {
            for (String after : List.of("", "!", "!!", ":more")) {
                byte[] bytes = (before + secret + after).getBytes(StandardCharsets.UTF_8);
                String encoded = Base64.getEncoder().encodeToString(bytes);
                assertThat(masked(secret, encoded)).as(before + secret + after).contains("#");
                String forUrls = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                assertThat(masked(secret, forUrls)).as(before + secret + after).contains("#");
            }
        }
    }

    private static String masked(String secret, String text) {
        var search = new SecretSearch(SecretForms.of(secret).stream()
                .map(form -> new SecretPattern(form, "#", false))
                .toList());
        return Matches.mask(text, List.of(search.find(text, 0)));
    }
}
