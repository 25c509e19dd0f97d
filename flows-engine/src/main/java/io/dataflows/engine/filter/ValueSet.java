package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds values among many without comparing each, equal as {@link SameValue} says. The keys are texts, since texts stay
 * quick to find even where somebody makes their hashes collide.
 */
final class ValueSet {

    private static final String LONG = "long";
    private static final String BIG = "big";
    private static final String FRACTION = "fraction";

    private final Set<String> keys = new HashSet<>();

    /** @return whether no equal value was there before */
    boolean add(JsonNode value) {
        if (contains(value)) {
            return false;
        }
        if (value.isNumber()) {
            keys.add(exact(kind(value), value));
            keys.add(rounded(kind(value), value));
        } else {
            keys.add(text(value));
        }
        return true;
    }

    boolean contains(JsonNode value) {
        return value.isNumber() ? containsNumber(value) : keys.contains(text(value));
    }

    /** Numbers of one kind are equal exactly, those of two kinds as doubles. */
    private boolean containsNumber(JsonNode number) {
        String kind = kind(number);
        return keys.contains(exact(kind, number))
                || containsRounded(LONG, kind, number)
                || containsRounded(BIG, kind, number)
                || containsRounded(FRACTION, kind, number);
    }

    private boolean containsRounded(String other, String kind, JsonNode number) {
        return !other.equals(kind) && keys.contains(rounded(other, number));
    }

    private static String kind(JsonNode number) {
        if (!number.isIntegralNumber()) {
            return FRACTION;
        }
        return number.canConvertToLong() ? LONG : BIG;
    }

    private static String exact(String kind, JsonNode number) {
        return kind.equals(FRACTION) ? rounded(kind, number) : kind + "=" + number.asText();
    }

    private static String rounded(String kind, JsonNode number) {
        return kind + "~" + (number.doubleValue() + 0.0);
    }

    private static String text(JsonNode value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(JsonNode value, StringBuilder into) {
        into.append(value.getNodeType());
        if (value.isObject()) {
            Map<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
            sorted.forEach((name, member) -> append(member, sized(name, into)));
            into.append('}');
        } else if (value.isArray()) {
            value.forEach(element -> append(element, into));
            into.append(']');
        } else {
            sized(value.isNumber() ? number(value) : Moment.plain(value).asText(), into);
        }
    }

    /** With its length before it no text can pretend to be two. */
    private static StringBuilder sized(String text, StringBuilder into) {
        return into.append(text.length()).append(':').append(text);
    }

    private static String number(JsonNode number) {
        return number.isIntegralNumber()
                ? number.asText()
                : JavaScriptNumber.node(number.doubleValue() + 0.0).asText();
    }
}
