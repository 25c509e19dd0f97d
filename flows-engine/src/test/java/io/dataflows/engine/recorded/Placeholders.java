package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the placeholders of recorded cases stand for in this run; a new one is bound by the first value it meets. */
public final class Placeholders {
    /** Which lists have an order that counts. */
    public enum Ordered {
        /** None. */
        NOTHING,
        /** Rows, but no list inside of a row. */
        ROWS,
        ALL
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z-]+(:[^<>]+)?>");
    /** The recorded product shows its HTTP client's inner state there. */
    private static final String CLIENT = "<http client internals>";

    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9_]*)}");
    private static final Map<String, String> NAMES = Map.of(
            "f1", "<uuid:1>",
            "f2", "<uuid:2>",
            "f3", "<uuid:3>",
            "l1", "<uuid:9>",
            "l2", "<uuid:10>",
            "o_first", "<uuid:17>",
            "o_second", "<uuid:18>",
            "o_third", "<uuid:19>",
            "k", "<uuid:20>");

    private final Map<String, String> bound;

    public Placeholders() {
        this(new HashMap<>());
    }

    private Placeholders(Map<String, String> bound) {
        this.bound = bound;
    }

    /** The text with ids in place of placeholders; an id that no answer has named yet is made up. */
    public String filled(String text) {
        String named = NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(NAMES.getOrDefault(match.group(1), match.group())));
        return PLACEHOLDER
                .matcher(named)
                .replaceAll(match -> Matcher.quoteReplacement(bound.computeIfAbsent(
                        match.group(), name -> UUID.randomUUID().toString())));
    }

    /** A copy of the value with known placeholders filled in, in every text; what isn't known stays. */
    public JsonNode filledIn(JsonNode value, String recordedTarget) {
        if (value.isTextual()) {
            String target = bound.getOrDefault("<target>", recordedTarget);
            return TextNode.valueOf(partlyFilled(value.textValue().replace(recordedTarget, target)));
        }
        if (value.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> filled.set(member.getKey(), filledIn(member.getValue(), recordedTarget)));
            return filled;
        }
        if (value.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> filled.add(filledIn(element, recordedTarget)));
            return filled;
        }
        return value;
    }

    /** What is bound later in the copy isn't bound here. */
    public Placeholders copy() {
        return new Placeholders(new HashMap<>(bound));
    }

    public void bind(String placeholder, String value) {
        bound.put(placeholder, value);
    }

    public boolean matches(JsonNode expected, JsonNode actual, Ordered ordered) {
        if (expected.asText().equals(CLIENT)) {
            return actual.isObject();
        }
        if (expected.isTextual()) {
            return matchesText(expected.textValue(), actual);
        }
        if (expected.isObject()) {
            return actual.isObject() && matchesMembers(expected, actual, ordered);
        }
        if (expected.isArray()) {
            return actual.isArray()
                    && expected.size() == actual.size()
                    && (ordered == Ordered.NOTHING
                            ? matchesInAnyOrder(expected, actual)
                            : matchesInOrder(expected, actual, ordered));
        }
        return expected.isNumber() && actual.isNumber()
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private boolean matchesMembers(JsonNode expected, JsonNode actual, Ordered ordered) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Iterator<Map.Entry<String, JsonNode>> members = expected.fields();
        while (members.hasNext()) {
            Map.Entry<String, JsonNode> member = members.next();
            JsonNode value = actual.get(member.getKey());
            // Lists inside a row, such as its operations, have no order of their own.
            boolean inRow = ordered == Ordered.ROWS && !member.getKey().equals("data");
            Ordered inner = inRow ? Ordered.NOTHING : ordered;
            if (value == null || !matches(member.getValue(), value, inner)) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesInOrder(JsonNode expected, JsonNode actual, Ordered ordered) {
        Ordered inner = ordered == Ordered.ALL ? ordered : Ordered.NOTHING;
        for (int i = 0; i < expected.size(); i++) {
            if (!matches(expected.get(i), actual.get(i), inner)) {
                return false;
            }
        }
        return true;
    }

    private boolean matchesInAnyOrder(JsonNode expected, JsonNode actual) {
        boolean[] taken = new boolean[actual.size()];
        for (JsonNode wanted : expected) {
            if (!take(wanted, actual, taken)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(JsonNode wanted, JsonNode actual, boolean[] taken) {
        for (int i = 0; i < taken.length; i++) {
            Placeholders attempt = new Placeholders(new HashMap<>(bound));
            if (!taken[i] && attempt.matches(wanted, actual.get(i), Ordered.NOTHING)) {
                bound.putAll(attempt.bound);
                taken[i] = true;
                return true;
            }
        }
        return false;
    }

    private boolean matchesText(String expected, JsonNode actual) {
        if (!PLACEHOLDER.matcher(expected).matches()) {
            return actual.isTextual() && actual.textValue().equals(partlyFilled(expected));
        }
        if (expected.equals("<timestamp>") || expected.equals("<string>")) {
            return actual.isTextual() && !actual.textValue().isEmpty();
        }
        if (expected.equals("<new-id>") || expected.equals("<n>")) {
            return actual.isNumber();
        }
        return actual.isTextual()
                && bound.computeIfAbsent(expected, name -> actual.textValue()).equals(actual.textValue());
    }

    private String partlyFilled(String expected) {
        return PLACEHOLDER
                .matcher(expected)
                .replaceAll(match -> Matcher.quoteReplacement(bound.getOrDefault(match.group(), match.group())));
    }
}
