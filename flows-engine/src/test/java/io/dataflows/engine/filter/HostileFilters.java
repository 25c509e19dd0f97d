package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.HostileTexts;
import io.dataflows.model.run.FlowObject;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Filters and data as an attacker would write them; the same ones each time. */
final class HostileFilters {

    static final List<String> OPERATORS =
            Arrays.stream(Operator.values()).map(Operator::key).distinct().toList();

    private static final List<String> REGEXES = List.of(
            "(a+)+$",
            "(a|a)*$",
            "(a|aa)+$",
            "(.*)*x",
            "(?=(a+))\\1b",
            "(?<!a)(a+)+\\1$",
            "((a{1,30}){1,30}){1,30}",
            "a{1000000}",
            "[a-\\u{10ffff}]",
            "(?<n>a)\\k<n>",
            "\\p{Script=Greek}",
            "(",
            "[",
            "*",
            "\\",
            "(?#",
            "\\u{110000}",
            "\\x",
            "(?i)a",
            "/a/",
            "/",
            "//");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1e400",
            "-1e400",
            "1e-400",
            "1e-99999999999",
            "0e-99999999999",
            "1e99999999999",
            "9007199254740993",
            "123456789012345678901234567890",
            "0.1000000000000000000000000001",
            "0x1fffffffffffffff",
            "0b1",
            "Infinity",
            "-Infinity",
            "NaN",
            "99999-12-31",
            "+275760-09-13T00:00:00Z",
            "-271821-04-20",
            "2026-13-45",
            "Mar 10, 2026 99:99",
            "9".repeat(500));

    private static final List<String> DYNAMIC = List.of(
            "$NOW",
            "$NOW(-999999999999999 years)",
            "$NOW(1e9)",
            "$NOW(+-5 months)",
            "$NOW(((((",
            "$NOW()",
            "$CURRENT_USER",
            "$CURRENT_USER.",
            "$CURRENT_USER.password",
            "$CURRENT_USER..constructor",
            "$CURRENT_ROLE.getClass()",
            "$CURRENT_ROLES",
            "$CURRENT_POLICIES.id",
            "$CURRENT_POLICIES.__proto__.polluted",
            "$CURRENT_");

    private static final List<String> FIELDS =
            List.of("n", "nil", "o", "list", "rows", "text", "evil", "date", "$trigger", "$last", "$env", "nope");

    private static final List<String> FUNCTIONS = List.of("count", "year", "weekday", "getClass", "T", "");

    private final Random random = new Random(20261123);

    static FlowObject data() {
        FlowObject data = new FlowObject(
                Flows.json("{\"body\":{\"__proto__\":{\"polluted\":1},\"constructor\":{\"name\":\"x\"},\"a\":[1]}}"),
                NullNode.getInstance(),
                Json.object());
        data.record("n", Flows.json("5"));
        data.record("nil", NullNode.getInstance());
        data.record("o", Flows.json("{\"a\":1,\"__proto__\":{\"b\":2},\"n\":{\"n\":{\"n\":\"deep\"}}}"));
        data.record("list", Flows.json("[1,\"x\",null,[2],{\"a\":\"{{ n }}\"}]"));
        data.record("rows", Flows.json("[{\"a\":1},{\"a\":\"1e-99999999999\"},{\"a\":null},7]"));
        data.record("text", TextNode.valueOf("a".repeat(3_000) + "!"));
        data.record("evil", TextNode.valueOf("{{ n }} ${7*7} #{7*7}"));
        data.record("date", TextNode.valueOf("2026-03-10T12:00:00Z"));
        return data;
    }

    /** Any filter, of objects, lists or neither. */
    JsonNode next() {
        return random.nextInt(20) == 0 ? operand(3) : object(1 + random.nextInt(5));
    }

    String text() {
        return switch (random.nextInt(7)) {
            case 0 -> oneOf(HostileTexts.PAYLOADS);
            case 1 -> "{{ " + oneOf(FIELDS) + (random.nextBoolean() ? "." + oneOf(HostileTexts.PAYLOADS) : "") + " }}";
            case 2 -> oneOf(REGEXES);
            case 3 -> oneOf(NUMBERS);
            case 4 -> oneOf(DYNAMIC);
            case 5 -> pieces();
            default -> oneOf(FIELDS);
        };
    }

    JsonNode operand(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> NullNode.getInstance();
            case 1 -> Json.object().booleanNode(random.nextBoolean());
            case 2 -> Json.object().numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(300)));
            case 6 -> list(depth - 1);
            case 7 -> object(depth - 1);
            default -> Json.object().textNode(text());
        };
    }

    private ArrayNode list(int depth) {
        ArrayNode list = Json.object().arrayNode();
        // Now and then more options than are compared one by one.
        for (int i = random.nextInt(12) == 0 ? 40 : random.nextInt(4); i > 0; i--) {
            list.add(operand(depth));
        }
        return list;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = Json.object();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (random.nextInt(5) == 0 && depth > 0) {
                object.set(random.nextBoolean() ? "_and" : "_or", list(depth - 1));
            } else {
                object.set(name(), depth > 0 ? operandOrField(depth) : operand(0));
            }
        }
        return object;
    }

    private JsonNode operandOrField(int depth) {
        return random.nextInt(3) == 0 ? operand(depth - 1) : object(depth - 1);
    }

    /** Without half a character, which no JSON text may have in a name. */
    private String name() {
        return anyName().replace("\ud800", "");
    }

    private String anyName() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> oneOf(OPERATORS);
            case 4, 5, 6 -> oneOf(FIELDS);
            case 7 -> oneOf(FUNCTIONS) + "(" + (random.nextBoolean() ? oneOf(FIELDS) : text()) + ")";
            case 8 -> "_" + text();
            default -> text();
        };
    }

    private String pieces() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(oneOf(random.nextInt(6) == 0 ? HostileTexts.PAYLOADS : HostileTexts.SIGNS));
        }
        return text.toString();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
