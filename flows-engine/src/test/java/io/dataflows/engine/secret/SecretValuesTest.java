package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretValuesTest {

    private final SecretValues secrets = SecretValues.of(EnvSecrets.texts(
            Json.object().put("A", "ab").put("B", "abc").put("C", "never there").put("D", "nor this")));

    @Test
    void masksTheLongestSecretThatStandsFirst() {
        assertThat(redact("x abc y ab z ab")).isEqualTo("x --redacted:B-- y --redacted:A-- z --redacted:A--");
        assertThat(redact("nothing here")).isEqualTo("nothing here");
        assertThat(redact("abab")).isEqualTo("--redacted:A----redacted:A--");
    }

    @Test
    void masksATextFullOfSecretsInLinearTime() {
        String text = "ab ".repeat(1 << 20);
        String redacted = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redact(text));
        assertThat(redacted).hasSize((1 << 20) * "--redacted:A-- ".length());
    }

    @Test
    void masksAcrossGroupsAsInOne() {
        SecretValues grown = secrets;
        for (String text : List.of("secret-one", "one-more", "bcd-efgh", "abcdef-secret-one")) {
            grown = grown.with(List.of(text), "#");
        }
        assertThat(grown.mask("secret-one-more, abcd-efgh, abcdef-secret-one.")).isEqualTo("##, --redacted:B--#, #.");
        assertThat(grown.mask("abc")).isEqualTo("--redacted:B--");
        assertThat(grown.with(List.of("never there"), "#").mask("never there")).isEqualTo("--redacted:C--");
    }

    @Test
    void masksLongValuesOnlyInNames() {
        SecretValues grown = secrets.with(List.of("seven-7", "eight--8"), "#");
        assertThat(grown.maskName("ab abc seven-7 eight--8")).isEqualTo("ab abc seven-7 #");
    }

    private String redact(String text) {
        return secrets.redact(TextNode.valueOf(text)).textValue();
    }
}
