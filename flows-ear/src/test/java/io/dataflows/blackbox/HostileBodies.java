package io.dataflows.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.HostileTexts;
import java.util.List;
import java.util.Random;

/** Bodies as an attacker would send them; the same ones each time. */
final class HostileBodies {

    /** A body's text and what it claims to be. */
    record Body(String text, String type) {

        /** Enough of it to find it again. */
        String shown() {
            return type + " " + text.substring(0, Math.min(200, text.length()));
        }
    }

    private static final String JSON = "application/json";

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/json; charset=utf-16",
            "application/json;",
            "nonsense");

    private static final List<String> SCRIPTS = List.of(
            "'; return process.env; //",
            "'+Java.type('java.lang.System')+'",
            "'+this.constructor.constructor('return this')()+'",
            "'; while(true){} var more='",
            "'; throw new Error('x'); //",
            "'+'a'.repeat(1<<22)+'",
            "'; return data.$env; //",
            "'; return require('fs').readFileSync('/etc/passwd'); //",
            "'; return import('fs'); //",
            "\\",
            "\n",
            "\u2028",
            "*/ `${7*7}`");

    private static final List<String> HARD_VALUES = List.of(
            "(a+)+$",
            "(?=(a+))\\1b",
            "((((((",
            "1e-99999999999",
            "1e400",
            "0e-99999999999",
            "$NOW(-999999999999999 years)",
            "$CURRENT_USER.password",
            "{{ $env.MY_SECRET }}",
            "{{ $env }}",
            "{{ $trigger }}",
            "{{ $accountability }}",
            "\ud83d\ude00\u202e\u0000\ud800");

    private static final List<String> MALFORMED = List.of(
            "",
            "{",
            "{\"text\":",
            "{\"a\":1,}",
            "[1,2",
            "\"",
            "nul",
            "{\"a\":1}{\"b\":2}",
            "'text'",
            "\u0000",
            "\ufeff{}",
            "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>",
            "--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../x\"\r\n\r\n1\r\n--x--",
            "a=1&__proto__[x]=2",
            "1e999999999",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000));

    private final Random random = new Random(20261123);

    Body next(int number) {
        if (number % 10 == 0) {
            return new Body(oneOf(MALFORMED), random.nextBoolean() ? JSON : oneOf(TYPES));
        }
        String text = Json.write(number % 17 == 0 ? large() : object(3));
        return new Body(text, number % 13 == 0 ? oneOf(TYPES) : JSON);
    }

    private ObjectNode object(int depth) {
        ObjectNode body = Json.object();
        body.put("text", text());
        body.set("value", value(depth));
        body.set("list", list(depth));
        body.set("o", Json.object().set("a", value(depth)));
        body.set("__proto__", Json.object().put("x", text()));
        body.set("constructor", Json.object().set("prototype", Json.object().put("polluted", 1)));
        body.set(text(), value(depth));
        return body;
    }

    /** Up to some 100 KB. */
    private ObjectNode large() {
        ObjectNode body = object(2);
        switch (random.nextInt(5)) {
            case 0 -> body.put("text", "a".repeat(100_000));
            case 1 -> body.put("text", "9".repeat(100_000)).put("value", "7".repeat(50_000));
            case 2 -> body.put("text", "{{ $trigger }}".repeat(7_000));
            case 3 -> body.put("text", "(a?".repeat(30_000)).put("value", "a".repeat(50_000));
            default -> {
                ArrayNode numbers = body.putArray("list");
                for (int i = 0; i < 15_000; i++) {
                    numbers.add(i);
                }
            }
        }
        return body;
    }

    private JsonNode value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Json.object().nullNode();
            case 1 -> Json.object().numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(300)));
            case 5 -> list(depth - 1);
            case 6 -> object(depth - 1);
            default -> Json.object().textNode(text());
        };
    }

    private ArrayNode list(int depth) {
        ArrayNode list = Json.object().arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> oneOf(HostileTexts.PAYLOADS);
            case 1 -> "{{ " + oneOf(HostileTexts.PAYLOADS) + " }}";
            case 2 -> oneOf(SCRIPTS);
            case 3 -> oneOf(HARD_VALUES);
            case 4 -> "{{ $trigger.body." + oneOf(HostileTexts.PAYLOADS) + " }}";
            default -> pieces();
        };
    }

    private String pieces() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(oneOf(HostileTexts.SIGNS));
        }
        return text.toString();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
