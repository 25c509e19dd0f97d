package io.dataflows.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as Java's own: maps, lists, texts, numbers, booleans and null. */
public final class PlainValues {

    private PlainValues() {}

    public static @Nullable Object of(JsonNode value) {
        if (value.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            value.properties().forEach(member -> map.put(member.getKey(), of(member.getValue())));
            return map;
        } else if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>(value.size());
            value.forEach(element -> list.add(of(element)));
            return list;
        }
        return scalar(value);
    }

    private static @Nullable Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        } else if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.textValue();
    }
}
