package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.Flows;
import java.util.ArrayList;
import java.util.List;

/** Values that an option may hold at run time, whatever its form asks for. */
final class HostileValues {

    private static final List<String> SMALL = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"text\"",
            "\"a,b\"",
            "\"{{ $trigger }}\"",
            "\"{{\"",
            "\"NaN\"",
            "\"{\\\"a\\\": [1]}\"",
            "\"\\u0000\\ud800\"",
            "\"http://[::1\"",
            "0",
            "-1",
            "1.5",
            "1e300",
            "123456789012345678901234567890",
            "true",
            "false",
            "[]",
            "[null]",
            "[1, \"a\", {}, [[]]]",
            "[{\"header\": null}, {\"header\": 1, \"value\": []}]",
            "{}",
            "{\"a\": {\"b\": null}}",
            "{\"__proto__\": {\"x\": 1}, \"constructor\": \"c\"}");

    private HostileValues() {}

    static List<JsonNode> all() {
        List<JsonNode> values = new ArrayList<>();
        SMALL.forEach(text -> values.add(Flows.json(text)));
        values.add(TextNode.valueOf("x".repeat(1 << 20)));
        values.add(TextNode.valueOf("[".repeat(1000)));
        values.add(deep());
        return values;
    }

    private static JsonNode deep() {
        ArrayNode outer = Json.object().arrayNode();
        ArrayNode inner = outer;
        for (int level = 0; level < 150; level++) {
            inner = inner.addArray();
        }
        return outer;
    }
}
