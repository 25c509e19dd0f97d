package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;

/** Words that another engine, parser or database chose: that there is a message counts, not which. */
final class Words {

    private static final Set<String> OTHERS =
            Set.of("SyntaxError", "TypeError", "ReferenceError", "RangeError", "AxiosError", "DataCloneError");

    /** Values that the cases leave out. */
    private static final Set<String> LEFT_OUT =
            Set.of("<http client internals>", "<html rendered from the base template>");

    private Words() {}

    /** What is expected, with the actual words in place of words that don't count. */
    static JsonNode prepared(RecordedCase recorded, boolean stored, JsonNode expected, JsonNode actual) {
        if (expected.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < expected.size(); i++) {
                list.add(prepared(recorded, stored, expected.get(i), actual.path(i)));
            }
            return list;
        }
        if (expected.isTextual() && (LEFT_OUT.contains(expected.textValue()) || stored && isMasked(recorded, actual))) {
            return actual;
        }
        return expected.isObject() ? object(recorded, stored, expected, actual) : expected;
    }

    /** Keys and tokens are masked in what is stored here. */
    private static boolean isMasked(RecordedCase recorded, JsonNode actual) {
        return recorded.group().equals("json-web-token") && actual.asText().equals("--redacted--");
    }

    /**
     * Without what may be there or not: stacks, and the permissions that {@code $accountability} carries here as the
     * first design of the product had it.
     */
    static JsonNode withoutExtras(JsonNode actual) {
        if (actual.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            actual.forEach(element -> list.add(withoutExtras(element)));
            return list;
        }
        if (!actual.isObject()) {
            return actual;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        actual.properties().forEach(member -> object.set(member.getKey(), withoutExtras(member.getValue())));
        object.remove("stack");
        if (object.has("roles") && object.path("permissions").isEmpty()) {
            object.remove("permissions");
        }
        return object;
    }

    private static JsonNode object(RecordedCase recorded, boolean stored, JsonNode expected, JsonNode actual) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        boolean foreign = OTHERS.contains(expected.path("name").asText()) || Differences.isForeign(recorded);
        expected.properties().forEach(member -> {
            String name = member.getKey();
            boolean word =
                    foreign && name.equals("message") && actual.path(name).isTextual();
            if (word) {
                object.set(name, TextNode.valueOf(actual.path(name).textValue()));
            } else if (!name.equals("stack")) {
                object.set(name, prepared(recorded, stored, member.getValue(), actual.path(name)));
            }
        });
        return object;
    }
}
