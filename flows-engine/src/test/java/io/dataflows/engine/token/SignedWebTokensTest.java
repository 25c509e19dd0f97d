package io.dataflows.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedWebTokensTest {

    private static final JsonNode OBSERVED = Vectors.read("token_cases.json");
    private static final Instant NOW = Instant.ofEpochSecond(OBSERVED.get("now").longValue());
    private static final String SECRET = "s3cret";

    private final SignedWebTokens tokens = new SignedWebTokens();

    static Stream<Arguments> observed() {
        int[] number = {0};
        return StreamSupport.stream(OBSERVED.get("cases").spliterator(), false)
                .map(one -> Arguments.of(++number[0] + " " + one.get("do").textValue() + one.path("options"), one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("observed")
    void answersAsObserved(String name, JsonNode observed) {
        if (observed.has("error")) {
            Fault fault = fault(() -> answer(observed));
            assertThat(fault.value().path("name")).isEqualTo(observed.at("/error/name"));
            assertThat(Json.write(fault.value())).isEqualTo(Json.write(observed.at("/error/json")));
            if (!fault.value().path("name").textValue().equals("SyntaxError")) {
                assertThat(fault.message())
                        .isEqualTo(observed.at("/error/message").textValue());
            }
        } else if ("<signed>".equals(observed.get("result").textValue())) {
            assertSigned(answer(observed).textValue(), observed);
        } else {
            assertThat(Json.write(answer(observed))).isEqualTo(Json.write(observed.get("result")));
        }
    }

    private void assertSigned(String token, JsonNode observed) {
        String algorithm = observed.at("/options/algorithm").textValue();
        JsonNode parts = tokens.decode(token, Flows.json("{\"complete\": true}"));
        assertThat(parts.at("/header/alg").textValue()).isEqualTo(algorithm);
        if (!observed.get("secret").textValue().matches("<SM>|<E3>")) {
            String publicKey = OBSERVED.at(algorithm.startsWith("E") ? "/keys/EU" : "/keys/RU")
                    .textValue();
            assertThat(tokens.verify(token, publicKey, NullNode.getInstance(), NOW))
                    .isEqualTo(parts.get("payload"));
        }
    }

    private JsonNode answer(JsonNode observed) {
        JsonNode options = observed.has("options") ? observed.get("options") : NullNode.getInstance();
        String secret = secret(observed.path("secret").asText());
        return switch (observed.get("do").textValue()) {
            case "sign" -> {
                JsonNode payload = observed.get("payload");
                // The payload of a flow is parsed when it is text.
                JsonNode given = payload.isTextual() ? TextNode.valueOf(Json.write(payload)) : payload;
                yield TextNode.valueOf(tokens.sign(given, secret, asText(options), NOW));
            }
            case "verify" -> tokens.verify(observed.get("token").textValue(), secret, options, NOW);
            default -> tokens.decode(observed.get("token").textValue(), options);
        };
    }

    /** Options may be JSON text; a text as options is one that stays text. */
    private static JsonNode asText(JsonNode options) {
        return options.isTextual() ? TextNode.valueOf(Json.write(options)) : options;
    }

    private static String secret(String named) {
        String name = named.replaceAll("^<(.*)>$", "$1");
        return name.equals(named) ? named : OBSERVED.at("/keys/" + name).textValue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 63, 64, 65, 100, 127, 128, 129, 300})
    void signsAsEveryHmacDoesWhateverTheLengthOfTheSecret(int length) throws Exception {
        String secret = "k".repeat(length);
        for (String bits : new String[] {"256", "384", "512"}) {
            String token = tokens.sign(
                    Flows.json("{\"a\": 1}"), secret, Flows.json("{\"algorithm\": \"HS" + bits + "\"}"), NOW);
            var mac = Mac.getInstance("HmacSHA" + bits);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "raw"));
            String signed = token.substring(0, token.lastIndexOf('.'));
            assertThat(Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1)))
                    .isEqualTo(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RU", "RU1", "EU"})
    void neverUsesAPublicKeyAsSecret(String name) {
        String publicKey = OBSERVED.at("/keys/" + name).textValue();
        JsonNode hs256 = Flows.json("{\"algorithms\": [\"HS256\"]}");
        String forged = hmacToken(publicKey, "{\"alg\":\"HS256\"}");
        assertThat(fault(() -> tokens.sign(Json.object(), publicKey, Json.object(), NOW))
                        .message())
                .isEqualTo("secretOrPrivateKey must be a symmetric key when using HS256");
        assertThat(fault(() -> tokens.verify(forged, publicKey, Json.object(), NOW))
                        .message())
                .isEqualTo("invalid algorithm");
        assertThat(fault(() -> tokens.verify(forged, publicKey, hs256, NOW)).message())
                .isEqualTo("secretOrPublicKey must be a symmetric key when using HS256");
    }

    @Test
    void neverUsesADamagedKeyAsSecret() {
        String damaged = OBSERVED.at("/keys/RU").textValue().replaceFirst("MII", "MXX");
        assertThat(fault(() -> tokens.verify(hmacToken(damaged, "{\"alg\":\"HS256\"}"), damaged, Json.object(), NOW))
                        .message())
                .isEqualTo("secretOrPublicKey is not valid key material");
        assertThat(fault(() -> tokens.sign(Json.object(), damaged, Json.object(), NOW))
                        .message())
                .isEqualTo("secretOrPrivateKey is not valid key material");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", " "})
    void readsKeysWhoseLineBreaksWereLost(String instead) {
        String key = OBSERVED.at("/keys/RP").textValue().replace("\n", instead);
        String publicKey = OBSERVED.at("/keys/RU").textValue().replace("\n", instead);
        String token = tokens.sign(Flows.json("{\"a\": 1}"), key, Flows.json("{\"algorithm\": \"RS512\"}"), NOW);
        assertThat(tokens.verify(token, publicKey, NullNode.getInstance(), NOW)
                        .get("a")
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{\"alg\":\"NONE\"}", "{\"alg\":\"nOnE\"}"})
    void neverAcceptsATokenWithoutAlgorithm(String header) {
        String token = hmacToken(SECRET, header);
        String unsigned = token.substring(0, token.lastIndexOf('.') + 1);
        for (String options : new String[] {"{}", "{\"algorithms\":[\"none\"]}", "{\"algorithms\":\"none\"}"}) {
            JsonNode read = Flows.json(options);
            assertThat(fault(() -> tokens.verify(unsigned, SECRET, read, NOW)).message())
                    .isEqualTo("jwt signature is required");
            assertThat(fault(() -> tokens.verify(token, SECRET, read, NOW)).message())
                    .isIn("invalid algorithm", "invalid signature");
        }
    }

    @Test
    void refusesExtensionsThatMustBeUnderstood() {
        String token = hmacToken(SECRET, "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}");
        assertThat(fault(() -> tokens.verify(token, SECRET, Json.object(), NOW)).message())
                .isEqualTo("invalid token");
    }

    @Test
    void refusesAToleranceThatIsNoNumber() {
        String token = hmacToken(SECRET, "{\"alg\":\"HS256\"}");
        JsonNode options = Flows.json("{\"clockTolerance\": \"5\"}");
        assertThat(fault(() -> tokens.verify(token, SECRET, options, NOW)).message())
                .isEqualTo("clockTolerance must be a number");
    }

    @Test
    void refusesASignatureThatIsCutOff() {
        String token = tokens.sign(
                Flows.json("{\"a\": 1}"),
                OBSERVED.at("/keys/EP").textValue(),
                Flows.json("{\"algorithm\": \"ES256\"}"),
                NOW);
        String cut = token.substring(0, token.length() - 6);
        assertThat(fault(() -> tokens.verify(cut, OBSERVED.at("/keys/EU").textValue(), NullNode.getInstance(), NOW))
                        .message())
                .isEqualTo("invalid signature");
    }

    private static String hmacToken(String secret, String header) {
        String signed = base64(header) + "." + base64("{\"a\":1}");
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "raw"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Fault fault(ThrowingCallable call) {
        return catchThrowableOfType(FlowsException.class, call).fault();
    }
}
