package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The value is, or isn't, one of some values. */
final class EqualCheck implements Check {

    /** So many are compared one by one; for more of them keys are quicker. */
    private static final int FEW = 16;

    /** Data may bring 100,000 options, which no message can hold. */
    private static final int NAMED = 100;

    private final boolean wanted;
    private final Predicate<JsonNode> isOption;
    private final List<Failure> failure;

    private EqualCheck(boolean wanted, List<JsonNode> options, Predicate<JsonNode> isOption) {
        this.wanted = wanted;
        this.isOption = isOption;
        this.failure = List.of(wanted ? missing(options) : unwanted(options));
    }

    /** @throws FilterException when one of the options is a list */
    static Check of(boolean wanted, List<JsonNode> options) {
        if (options.stream().anyMatch(JsonNode::isArray)) {
            throw new FilterException("AssertError", "A list can't be compared with one value. Maybe _in is meant.");
        }
        if (options.isEmpty()) {
            return PRESENT;
        }
        return options.size() <= FEW ? ofFew(wanted, options) : ofMany(wanted, options);
    }

    private static Check ofFew(boolean wanted, List<JsonNode> options) {
        List<JsonNode> distinct = new ArrayList<>(options.size());
        for (JsonNode option : options) {
            if (!isAmong(distinct, option)) {
                distinct.add(option);
            }
        }
        return new EqualCheck(wanted, distinct, value -> isAmong(distinct, value));
    }

    private static Check ofMany(boolean wanted, List<JsonNode> options) {
        ValueSet values = new ValueSet();
        List<JsonNode> distinct = options.stream().filter(values::add).toList();
        return new EqualCheck(wanted, distinct, values::contains);
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        return isOption.test(value) == wanted ? PASSED : failure;
    }

    private static boolean isAmong(List<JsonNode> options, JsonNode value) {
        for (JsonNode option : options) {
            if (SameValue.test(option, value)) {
                return true;
            }
        }
        return false;
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
        String named = options.stream()
                .limit(NAMED)
                .map(option -> "\"" + Operands.text(option) + "\"")
                .collect(Collectors.joining(", "));
        return options.size() <= NAMED ? named : named + " and " + (options.size() - NAMED) + " more";
    }

    private static ArrayNode plain(List<JsonNode> options) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        options.stream().limit(NAMED).map(Moment::plain).forEach(list::add);
        return list;
    }
}
