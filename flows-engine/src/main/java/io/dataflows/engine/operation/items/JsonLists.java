package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists as options write them, and as outcomes hold them. */
final class JsonLists {

    private JsonLists() {}

    /** The elements of a list, the parts of comma text, or the one value; empty where nothing is given. */
    static List<JsonNode> keys(@Nullable JsonNode value) {
        return value == null || isNothing(value) ? List.of() : elements(value);
    }

    /** The elements of a list, the parts of comma text, or the one value. */
    static List<JsonNode> elements(JsonNode value) {
        if (value.isTextual()) {
            return Stream.of(value.textValue().split(",", -1))
                    .<JsonNode>map(TextNode::valueOf)
                    .toList();
        } else if (value.isArray()) {
            List<JsonNode> elements = new ArrayList<>();
            value.forEach(elements::add);
            return List.copyOf(elements);
        }
        return List.of(value);
    }

    /** Null, false, 0 or an empty text: an option that the author left open. */
    static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || value.isTextual() && value.textValue().isEmpty()
                || value.isNumber() && value.doubleValue() == 0
                || value.isBoolean() && !value.booleanValue();
    }

    static ArrayNode of(Collection<? extends JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode(values.size()).addAll(values);
    }

    /** A single value by itself, several as a list. */
    static JsonNode oneOrAll(List<JsonNode> values) {
        return values.size() == 1 ? values.get(0) : of(values);
    }
}
