package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Lists of options as long as callers like to send them. */
class EqualCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MANY = 200_000;

    /** One of each kind, with its equals under another guise and with near misses. */
    private static final List<JsonNode> KINDS = List.of(
            json("5"),
            DoubleNode.valueOf(5.0),
            json("\"5\""),
            json("0"),
            DoubleNode.valueOf(-0.0),
            json("0.1"),
            json("0.10000000000000000000001"),
            json("9007199254740992"),
            json("9007199254740993"),
            DoubleNode.valueOf(9007199254740992d),
            json("9223372036854775807"),
            json("9223372036854775808"),
            json("9223372036854775809"),
            DoubleNode.valueOf(9223372036854775808d),
            json("\"\""),
            json("null"),
            json("true"),
            json("\"true\""),
            json("{\"a\":1,\"b\":[2,{}]}"),
            json("{\"b\":[2,{}],\"a\":1}"),
            json("{\"a\":1,\"b\":[2,null]}"),
            json("{\"a\":\"1:bSTRING1:c\"}"),
            json("{\"a\":\"\",\"b\":\"c\"}"),
            json("{}"),
            Moment.node(Instant.EPOCH),
            json("\"1970-01-01T00:00:00.000Z\""));

    @Test
    void findsAmongManyWhatItFindsAmongFew() {
        for (JsonNode option : KINDS) {
            ValueSet values = new ValueSet();
            assertThat(values.add(option)).isTrue();
            for (JsonNode value : KINDS) {
                assertThat(values.contains(value))
                        .as("%s among %s", value, option)
                        .isEqualTo(SameValue.test(option, value));
            }
        }
    }

    @Test
    void keepsTheFirstOfEqualOptions() {
        List<JsonNode> options = new ArrayList<>(List.of(json("\"5\""), json("5"), DoubleNode.valueOf(5.0)));
        for (int i = 0; i < 40; i++) {
            options.add(json("\"5\""));
        }
        assertThat(Json.write(failure(true, options).extensions().path("valid")))
                .isEqualTo("[\"5\",5]");
    }

    @Test
    void takesHundredsOfThousandsOfNumbers() {
        assertSoon(i -> Json.object().numberNode(i));
    }

    @Test
    void takesHundredsOfThousandsOfTexts() {
        assertSoon(i -> Json.object().textNode("t" + i));
    }

    /** 30 digits, of which a double tells half. */
    @Test
    void takesNumbersThatRoundToTheSame() {
        assertSoon(i -> json("100000000000000000000" + (100_000_000 + i)));
    }

    /** Every text has the same hash. */
    @Test
    void takesTextsThatCollide() {
        assertSoon(i -> {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 18; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return Json.object().textNode(text.toString());
        });
    }

    @Test
    void comparesEveryElementOfALongListWithALongListOfOptions() {
        FlowObject data = new FlowObject(Json.object(), NullNode.getInstance(), Json.object());
        ArrayNode list = Json.object().arrayNode();
        ArrayNode others = Json.object().arrayNode();
        for (int i = 0; i < MANY; i++) {
            list.add(i);
            others.add(-1 - i);
        }
        data.record("list", list);
        data.record("others", others);
        CompiledFilter filter = CompiledFilter.compile(json("{\"list\":{\"_some\":{\"_in\":\"{{ others }}\"}}}"));
        FilterVerdict verdict = assertTimeoutPreemptively(LIMIT, () -> filter.evaluate(data, null, CLOCK));
        assertThat(verdict.passes()).isFalse();
    }

    @Test
    void namesAHundredOptionsAndCountsTheRest() {
        List<JsonNode> options = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            options.add(Json.object().numberNode(i));
        }
        Fault fault = failure(true, options);
        assertThat(fault.message())
                .contains("one of \"0\", \"1\", ")
                .endsWith("\"98\", \"99\" and 3 more.")
                .doesNotContain("\"100\"");
        assertThat(fault.extensions().path("valid")).hasSize(100);
        Fault unwanted =
                EqualCheck.of(false, options).failures(json("102")).get(0).at(List.of("x"));
        assertThat(unwanted.message()).endsWith("\"99\" and 3 more.");
        assertThat(unwanted.extensions().path("invalid")).hasSize(100);
    }

    private static void assertSoon(IntFunction<JsonNode> option) {
        List<JsonNode> options = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            options.add(option.apply(i));
        }
        assertTimeoutPreemptively(LIMIT, () -> {
            Check check = EqualCheck.of(true, options);
            assertThat(check.failures(options.get(MANY - 1))).isEmpty();
            assertThat(check.failures(NullNode.getInstance())).hasSize(1);
        });
    }

    private static Fault failure(boolean wanted, List<JsonNode> options) {
        return EqualCheck.of(wanted, options)
                .failures(json("\"nothing of these\""))
                .get(0)
                .at(List.of("x"));
    }

    private static JsonNode json(String text) {
        return Flows.json(text);
    }
}
