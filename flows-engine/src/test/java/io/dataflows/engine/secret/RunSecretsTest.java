package io.dataflows.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.EnvValues;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSecretsTest {

    private static final KnownSecrets KNOWN =
            KnownSecrets.of(Json.object().put("MY_SECRET", "sup3rs3cret"), List.of("X-Custom"));

    /** The trigger in JSON with single quotes; a text; the text as it is stored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "{'headers':{'authorization':'Bearer abc.def-123'}}~got abc.def-123!~got --redacted--!",
                "{'headers':{'Authorization':'raw-token-1'}}~raw-token-1~--redacted--",
                "{'headers':{'authorization':'Basic dXNlcjpodW50ZXIy'}}~dXNlcjpodW50ZXIy~--redacted--",
                "{'headers':{'authorization':'Basic dXNlcjpodW50ZXIy'}}~pw hunter2.~pw --redacted--.",
                "{'headers':{'authorization':'Basic dXNlcjpodW50ZXIy'}}~user:hunter2~--redacted--",
                "{'headers':{'proxy-authorization':'Bearer proxytoken'}}~proxytoken~--redacted--",
                "{'headers':{'cookie':'lang=de; sid=0123456789'}}~0123456789~--redacted--",
                "{'headers':{'cookie':'lang=dark; sid=0123456789'}}~dark~dark",
                "{'headers':{'x-api-key':'key-of-api'}}~key-of-api~--redacted--",
                "{'headers':{'x-custom':'set-by-us'}}~set-by-us~--redacted--",
                "{'headers':{'x-hub-signature':'sha1=signed'}}~sha1=signed~--redacted--",
                "{'headers':{'x-session-id':'session-1'}}~session-1~--redacted--",
                "{'headers':{'x-other':'visible-header'}}~visible-header~visible-header",
                "{'body':{'a':[{'Client_Secret':'for-us-only'}]}}~for-us-only~--redacted--",
                "{'body':{'password':{'new':'new-password'}}}~new-password~--redacted--",
                "{'query':{'apikey':'long-enough'}}~=long-enough&~=--redacted--&",
                "{'body':{'token':'1234567'}}~1234567~1234567",
                "{'body':{'tokens':'long-enough'}}~long-enough~long-enough",
                "{'other':{'token':'long-enough'}}~long-enough~long-enough",
                "{'query':{'access_token':'admintoken'}}~?t=admintoken~?t=--redacted--",
                "{'body':{'access_token':'bodytoken','refresh_token':'fresh-1'}}~bodytoken fresh-1~--redacted-- --redacted--",
                "{'payload':{'password':'hunter2'}}~hunter2hunter2~--redacted----redacted--",
                "{'body':{'deep':[{'payload':{'token':'listed-1'}}]}}~listed-1~--redacted--",
                "{'payload':[{'password':'listed-2'}]}~listed-2~--redacted--",
                "{'payload':{'credentials':['one-of-two',{'x':'two-of-two'}]}}~one-of-two two-of-two~--redacted-- --redacted--",
                "{'payload':{'password':'sup3rs3cret'}}~sup3rs3cret~--redacted:MY_SECRET--",
                "{'payload':{'password':'1234'}}~1234 12345 x1234 (1234)~--redacted-- 12345 x1234 (--redacted--)",
            })
    void masksTheValueWhereverItGoes(String trigger, String text, String masked) {
        RunSecrets secrets = secrets(trigger);
        assertThat(secrets.redactor().maskText(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "abc", "true", "FALSE", "null", "    ", "Bearer", "redacted"})
    void doesNotShredTheRecordForATrivialSecret(String secret) {
        RunSecrets secrets = secrets("{}");
        secrets.conceal(secret);
        String text = "1 true abc null     Bearer --redacted-- FALSE";
        assertThat(secrets.redactor().maskText(text)).isEqualTo(text);
    }

    @Test
    void masksNumbersAndNamesOfMembers() {
        RunSecrets secrets = secrets("{'payload':{'token':12345678,'password':'a-long-password'}}");
        JsonNode data = Flows.json("{\"n\":12345678,\"m\":123456789,\"a-long-password\":1,\"x a-long-password\":[],"
                + "\"y\":{\"a-long-password\":2}}");
        assertThat(secrets.redactor().redactValues(data))
                .isEqualTo(Flows.json("{\"n\":\"--redacted--\",\"m\":123456789,\"--redacted--\":1,"
                        + "\"x --redacted--\":[],\"y\":{\"--redacted--\":2}}"));
    }

    @Test
    void masksTheLongNumbersOfTheEnvironment() {
        ObjectNode env =
                EnvValues.of(Map.of("PIN", "48151623", "PORT", "12345", "RATE", "0.0000001", "LONG", "0".repeat(20)));
        Redactor redactor =
                KnownSecrets.of(env, List.of()).ofRun(Json.object(), null).redactor();
        assertThat(redactor.redactValues(
                        Flows.json("[48151623, 48151623.5, 12345, {\"48151623\": 1}, \"PIN=48151623\"]")))
                .isEqualTo(Flows.json("[\"--redacted:PIN--\", 48151623.5, 12345, {\"--redacted:PIN--\": 1},"
                        + " \"PIN=--redacted:PIN--\"]"));
        JsonNode masked = redactor.redactValues(env);
        assertThat(List.of("RATE", "LONG", "PORT"))
                .extracting(name -> masked.path(name).asText())
                .containsExactly("--redacted:RATE--", "--redacted:LONG--", "12345");
    }

    @Test
    void tellsNamesApartThatBecomeTheSame() {
        RunSecrets secrets = secrets("{}");
        secrets.conceal("first-secret");
        secrets.conceal("second-secret");
        JsonNode data = Json.object().put("first-secret", 1).put("second-secret", 2);
        assertThat(secrets.redactor().redactValues(data))
                .isEqualTo(Json.object().put("--redacted--", 1).put("--redacted-- 2", 2));
    }

    @Test
    void learnsSecretsUntilTheEnd() {
        RunSecrets secrets = secrets("{}");
        assertThat(secrets.redactor().maskText("late-secret")).isEqualTo("late-secret");
        secrets.conceal("late-secret");
        assertThat(secrets.redactor().maskText("late-secret")).isEqualTo("--redacted--");
    }

    @Test
    void sharesItsSecretsWithTheRunsThatItStarts() {
        RunSecrets outer = secrets("{'payload':{'password':'of-the-outer'}}");
        RunSecrets inner = KNOWN.ofRun(Flows.json("{\"payload\":{\"password\":\"of-the-inner\"}}"), outer);
        assertThat(inner.redactor().maskText("of-the-outer")).isEqualTo("--redacted--");
        assertThat(outer.redactor().maskText("of-the-inner")).isEqualTo("--redacted--");
    }

    @Test
    void masksFailuresWithTheirCauses() {
        RunSecrets secrets = secrets("{'query':{'access_token':'in-the-url'}}");
        Exception clean = new IllegalStateException("broken", new IllegalArgumentException("here"));
        assertThat(secrets.masked(clean)).isSameAs(clean);
        Exception dirty = new IllegalStateException("broken", new IllegalArgumentException("GET /?t=in-the-url"));
        dirty.addSuppressed(new IllegalStateException("in-the-url"));
        Throwable masked = secrets.masked(dirty);
        assertThat(masked).hasToString("java.lang.IllegalStateException: broken");
        assertThat(masked.getCause())
                .hasToString("java.lang.IllegalArgumentException: GET /?t=--redacted--")
                .hasStackTraceContaining("RunSecretsTest");
        assertThat(masked.getSuppressed()[0]).hasToString("java.lang.IllegalStateException: --redacted--");
    }

    @Test
    void masksAMegabyteForFiftySecretsQuickly() {
        RunSecrets secrets = secrets("{}");
        ObjectNode data = Json.object();
        ArrayNode rows = data.putArray("rows");
        for (int number = 0; number < 50; number++) {
            secrets.conceal("secret-number-" + number + "-of-a-usual-length");
        }
        for (int row = 0; row < 10_000; row++) {
            rows.addObject()
                    .put("text", "some words around secret-number-" + row % 100 + "-of-a-usual-length and after it");
        }
        Redactor redactor = secrets.redactor();
        JsonNode masked = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> redactor.redactData(data));
        assertThat(masked.at("/rows/49/text").asText()).isEqualTo("some words around --redacted-- and after it");
        assertThat(masked.at("/rows/50")).isSameAs(data.at("/rows/50"));
    }

    @Test
    void takesTimeThatGrowsWithTheRunsThatShareSecrets() {
        nanosOfRuns(3000);
        long few = nanosOfRuns(1000);
        long many = nanosOfRuns(10_000);
        // Ten times as much where it grows with the runs, a hundred times where it grows with their square.
        assertThat(many).as("10,000 runs, where 1,000 took %s", few).isLessThan(40 * few);
    }

    /** The best of three: each run learns a token and has its record masked. */
    private static long nanosOfRuns(int runs) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long begun = System.nanoTime();
            RunSecrets outer = secrets("{}");
            for (int run = 0; run < runs; run++) {
                String token = "token-" + run + "-of-the-inner-run";
                RunSecrets inner = KNOWN.ofRun(Json.object().put("n", run), outer);
                inner.conceal(token);
                ObjectNode data = Json.object().put("token", "Bearer " + token).put("text", "x".repeat(100));
                assertThat(inner.redactor().redactData(data).path("token").textValue())
                        .isEqualTo("Bearer --redacted--");
            }
            assertThat(outer.redactor().maskText("token-0-of-the-inner-run")).isEqualTo("--redacted--");
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    private static RunSecrets secrets(String trigger) {
        return KNOWN.ofRun(Flows.json(trigger.replace('\'', '"')), null);
    }
}
