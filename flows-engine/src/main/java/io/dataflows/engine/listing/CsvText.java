package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes rows as comma-separated text: a line of names, then one line a row; objects become dotted columns. */
public final class CsvText {
    private CsvText() {}

    public static String write(JsonNode rows) {
        List<Map<String, JsonNode>> flat = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (JsonNode row : rows) {
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            flatten("", row, cells);
            columns.addAll(cells.keySet());
            flat.add(cells);
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", columns.stream().map(CsvText::quoted).toList()));
        flat.forEach(cells -> lines.add(String.join(
                ",", columns.stream().map(column -> cell(cells.get(column))).toList())));
        return String.join("\n", lines);
    }

    private static void flatten(String prefix, JsonNode value, Map<String, JsonNode> cells) {
        if (value.isObject() && !value.isEmpty()) {
            value.properties()
                    .forEach(member -> flatten(
                            prefix.isEmpty() ? member.getKey() : prefix + '.' + member.getKey(),
                            member.getValue(),
                            cells));
        } else {
            cells.put(prefix, value);
        }
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isNumber() || value.isBoolean()) {
            return value.asText();
        }
        return quoted(value.isTextual() ? value.textValue() : Json.write(value));
    }

    /** A leading formula sign is kept apart from the cell's start, so that a spreadsheet doesn't run it. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
