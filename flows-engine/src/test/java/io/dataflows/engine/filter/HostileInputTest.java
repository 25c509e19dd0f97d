package io.dataflows.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.template.DataPath;
import io.dataflows.engine.template.Template;
import io.dataflows.engine.template.TemplateException;
import io.dataflows.model.run.FlowObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Thousands of generated inputs: whatever comes in, only the documented exceptions come out, and soon. */
class HostileInputTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CASES = 5_000;

    private static final List<String> PIECES = List.of(
            "{{",
            "}}",
            "{{ ",
            " }}",
            "{",
            "}",
            "[",
            "]",
            "['",
            "\"]",
            ".",
            "..",
            " ",
            "\n",
            "\0",
            "\ud800",
            "0",
            "-1",
            "99999999999",
            "a",
            "b",
            "constructor",
            "__proto__",
            "class",
            "getClass()",
            "toString",
            "length",
            "$last",
            "$trigger",
            "$env",
            "$NOW(",
            ")",
            "$NOW(-999999999999999 years)",
            "$NOW(1e9)",
            "$CURRENT_USER.",
            "count(",
            "year(",
            "_and",
            "_or",
            "*",
            "(a+)+$",
            "(?=",
            "{1,1000}",
            "\\",
            "|",
            "9".repeat(400),
            "1e999999999");

    private final Random random = new Random(20260310);

    @Test
    void templatesRenderOrFailAsDocumented() throws JsonProcessingException {
        FlowObject data = data();
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < CASES; i++) {
                renderOrFail(text(), data);
            }
        });
    }

    @Test
    void templatesReachDataOnly() throws JsonProcessingException {
        FlowObject data = data();
        for (String name :
                List.of("constructor", "__proto__", "class", "getClass", "toString", "hashCode", "_children")) {
            for (String path : List.of(name, "a." + name, "$trigger['" + name + "']", "list." + name, "text." + name)) {
                assertThat(DataPath.parse(path).get(data).isMissingNode())
                        .as(path)
                        .isTrue();
            }
        }
    }

    @Test
    void filtersJudgeWhateverTheyAre() throws JsonProcessingException {
        FlowObject data = data();
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int i = 0; i < CASES; i++) {
                JsonNode filter = value(4);
                FilterVerdict verdict = CompiledFilter.compile(filter).evaluate(data, null, CLOCK);
                assertThat(verdict.passes() || verdict.toFault().status() >= 400)
                        .isTrue();
            }
        });
    }

    @Test
    void deepFiltersAreRefusedBeforeTheStackEnds() throws JsonProcessingException {
        JsonNode filter = Json.read("1");
        for (int i = 0; i < 500; i++) {
            filter = Json.object().set("a", filter);
        }
        assertThat(CompiledFilter.compile(filter).evaluate(data(), null, CLOCK).error())
                .isNotNull();
    }

    private static void renderOrFail(String text, FlowObject data) {
        try {
            JsonNode rendered = Template.compile(Json.object().put("v", text)).render(data);
            assertThat(Json.write(rendered)).isNotEmpty();
        } catch (TemplateException documented) {
            assertThat(documented.name()).isIn("SyntaxError", "ReferenceError", "RangeError");
        }
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> NullNode.getInstance();
            case 1 -> Json.object().numberNode(random.nextDouble() * 1e18);
            case 2, 3 -> Json.object().textNode(text());
            case 4 -> list(depth - 1);
            default -> object(depth - 1);
        };
    }

    private ArrayNode list(int depth) {
        ArrayNode list = Json.object().arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = Json.object();
        Operator[] operators = Operator.values();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean operator = random.nextBoolean();
            String name =
                    operator ? operators[random.nextInt(operators.length)].key() : oneOf("text", "a", "n", "list");
            object.set(random.nextInt(8) == 0 ? text() : name, value(depth));
        }
        return object;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private String oneOf(String... names) {
        return names[random.nextInt(names.length)];
    }

    private static FlowObject data() throws JsonProcessingException {
        FlowObject data = new FlowObject(Json.read("{\"body\":{\"x\":[1,2]}}"), NullNode.getInstance(), Json.object());
        data.record("a", Json.read("{\"b\":{\"a\":[1,{\"b\":null}]}}"));
        data.record("list", Json.read("[1,\"x\",null,[2]]"));
        data.record("n", Json.read("5"));
        data.record("text", Json.read("\"" + "a".repeat(2000) + "!\""));
        return data;
    }
}
