package io.dataflows.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads query strings in bracket style: {@code a[b][_eq]=1}, {@code a[]=x&a[]=y}, {@code a=1&a=2}. Values are texts; at
 * most ten brackets deep, at most 1,000 parameters, lists of at most 500 by index.
 */
public final class QueryString {
    private static final int MOST_PARAMETERS = 1_000;
    private static final int MOST_BRACKETS = 10;
    private static final int LARGEST_INDEX = 500;
    private static final int NO_INDEX = -1;
    /** Names that mean something else in the script languages that flows and clients use. */
    private static final Set<String> DROPPED = Set.of("__proto__", "constructor", "prototype");

    private QueryString() {}

    public static ObjectNode parse(@Nullable String query) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        int count = 0;
        for (String part : query.split("&")) {
            if (!part.isEmpty() && count++ < MOST_PARAMETERS) {
                add(parameters, part);
            }
        }
        parameters.properties().forEach(member -> member.setValue(withLists(member.getValue())));
        return parameters;
    }

    private static void add(ObjectNode parameters, String part) {
        int equals = part.indexOf('=');
        String name = PercentCoding.decode(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : PercentCoding.decode(part.substring(equals + 1));
        List<String> path = path(name);
        if (!path.get(0).isEmpty() && path.stream().noneMatch(DROPPED::contains)) {
            put(parameters, path, TextNode.valueOf(value));
        }
    }

    /** The parts of {@code a[b][]}: a, b and the empty text. What is deeper than the bound stays one part. */
    private static List<String> path(String name) {
        int open = name.indexOf('[');
        if (open <= 0) {
            return List.of(name);
        }
        List<String> path = new ArrayList<>();
        path.add(name.substring(0, open));
        while (open >= 0 && open < name.length() && name.charAt(open) == '[') {
            int close = name.indexOf(']', open);
            if (close < 0) {
                break;
            }
            if (path.size() > MOST_BRACKETS) {
                path.add(name.substring(open));
                return path;
            }
            path.add(name.substring(open + 1, close));
            open = close + 1;
        }
        return path;
    }

    private static void put(ObjectNode parameters, List<String> path, JsonNode value) {
        String name = path.get(0);
        parameters.set(name, merged(parameters.get(name), path.subList(1, path.size()), value));
    }

    private static JsonNode merged(@Nullable JsonNode known, List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            return known == null ? value : appended(known, value);
        }
        ObjectNode object = known == null ? JsonNodeFactory.instance.objectNode() : asObject(known);
        String name = path.get(0).isEmpty() ? freeIndex(object) : path.get(0);
        return object.set(name, merged(object.get(name), path.subList(1, path.size()), value));
    }

    private static JsonNode appended(JsonNode known, JsonNode value) {
        ObjectNode object = asObject(known);
        return object.set(freeIndex(object), value);
    }

    /** While reading, a list is an object with its indices for names. */
    private static ObjectNode asObject(JsonNode known) {
        return known instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode().set("0", known);
    }

    private static String freeIndex(ObjectNode object) {
        int index = object.size();
        while (object.has(String.valueOf(index))) {
            index++;
        }
        return String.valueOf(index);
    }

    private static JsonNode withLists(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        TreeMap<Integer, JsonNode> list = new TreeMap<>();
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            JsonNode inner = withLists(member.getValue());
            named.set(member.getKey(), inner);
            list.put(index(member.getKey()), inner);
        });
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        return list.containsKey(NO_INDEX) ? named : array.addAll(list.values());
    }

    private static int index(String name) {
        boolean digits = name.length() <= 3 && name.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int index = digits ? Integer.parseInt(name) : NO_INDEX;
        return index <= LARGEST_INDEX ? index : NO_INDEX;
    }
}
