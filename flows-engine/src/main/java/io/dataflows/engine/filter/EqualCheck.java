package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The value is, or isn't, one of some values. */
final class EqualCheck implements Check {

    private final boolean wanted;
    private final List<JsonNode> options;
    private final List<Failure> failure;

    private EqualCheck(boolean wanted, List<JsonNode> options) {
        this.wanted = wanted;
        this.options = options;
        this.failure = List.of(wanted ? missing(options) : unwanted(options));
    }

    /** @throws FilterException when one of the options is a list */
    static Check of(boolean wanted, List<JsonNode> options) {
        if (options.stream().anyMatch(JsonNode::isArray)) {
            throw new FilterException("AssertError", "A list can't be compared with one value. Maybe _in is meant.");
        }
        return options.isEmpty() ? PRESENT : new EqualCheck(wanted, distinct(options));
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        return isOption(value) == wanted ? PASSED : failure;
    }

    private boolean isOption(JsonNode value) {
        for (JsonNode option : options) {
            if (SameValue.test(option, value)) {
                return true;
            }
        }
        return false;
    }

    private static List<JsonNode> distinct(List<JsonNode> options) {
        List<JsonNode> distinct = new ArrayList<>(options.size());
        for (JsonNode option : options) {
            if (distinct.stream().noneMatch(seen -> SameValue.test(seen, option))) {
                distinct.add(option);
            }
        }
        return List.copyOf(distinct);
    }

    private static Failure missing(List<JsonNode> options) {
        if (options.size() > 1) {
            return new Failure("in", "Value has to be one of " + quoted(options) + ".", "valid", plain(options));
        }
        JsonNode only = options.get(0);
        if (only.isNull()) {
            return Failure.of("null", "Value has to be null.");
        }
        return isEmpty(only)
                ? Failure.of("empty", "Value has to be empty.")
                : new Failure("eq", "Value has to be " + quoted(options) + ".", "valid", Moment.plain(only));
    }

    private static Failure unwanted(List<JsonNode> options) {
        if (options.size() > 1) {
            return new Failure("nin", "Value can't be one of " + quoted(options) + ".", "invalid", plain(options));
        }
        JsonNode only = options.get(0);
        if (only.isNull()) {
            return Failure.of("nnull", "Value can't be null.");
        }
        return isEmpty(only)
                ? Failure.of("nempty", "Value can't be empty.")
                : new Failure("neq", "Value can't be " + quoted(options) + ".", "invalid", Moment.plain(only));
    }

    private static boolean isEmpty(JsonNode option) {
        return option.isTextual() && option.textValue().isEmpty();
    }

    private static String quoted(List<JsonNode> options) {
        return options.stream()
                .map(option -> "\"" + Operands.text(option) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static ArrayNode plain(List<JsonNode> options) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(options.size());
        options.forEach(option -> list.add(Moment.plain(option)));
        return list;
    }
}
