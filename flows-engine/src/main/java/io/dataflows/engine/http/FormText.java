package io.dataflows.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.OptionConversion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON as the fields of a form: {@code a=1&b[c]=2&d[]=3}. */
final class FormText {

    private FormText() {}

    static String of(JsonNode value) {
        List<String> fields = new ArrayList<>();
        value.properties().forEach(member -> add(member.getKey(), member.getValue(), fields));
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            add(Integer.toString(index), value.get(index), fields);
        }
        return String.join("&", fields);
    }

    private static void add(String name, JsonNode value, List<String> fields) {
        if (value.isObject()) {
            value.properties().forEach(member -> add(name + "[" + member.getKey() + "]", member.getValue(), fields));
        } else if (value.isArray()) {
            addList(name, value, fields);
        } else {
            fields.add(encode(name) + "=" + encode(value.isNull() ? "" : OptionConversion.toText(value)));
        }
    }

    private static void addList(String name, JsonNode list, List<String> fields) {
        boolean flat = true;
        for (JsonNode element : list) {
            flat &= element.isValueNode();
        }
        for (int index = 0; index < list.size(); index++) {
            add(name + (flat ? "[]" : "[" + index + "]"), list.get(index), fields);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%5B", "[")
                .replace("%5D", "]");
    }
}
