package io.dataflows.web.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rule of a filter: a field, dotted where it follows a relation, an operator and its operand. */
record Condition(String field, String operator, JsonNode operand) {

    /**
     * The rules of a filter, all of which have to hold.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_QUERY where one of several may hold
     */
    static List<Condition> of(@Nullable ObjectNode filter) {
        List<Condition> conditions = new ArrayList<>();
        if (filter != null) {
            collect("", filter, conditions);
        }
        return conditions;
    }

    private static void collect(String path, JsonNode rule, List<Condition> conditions) {
        for (Map.Entry<String, JsonNode> member : rule.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (name.equals("_and")) {
                value.forEach(each -> collect(path, each, conditions));
            } else if (name.equals("_or")) {
                throw Refusals.invalidQuery("\"_or\" is not supported in filters of runs");
            } else if (name.startsWith("_")) {
                conditions.add(new Condition(path, name, value));
            } else if (value.isObject()) {
                collect(join(path, name), value, conditions);
            } else {
                conditions.add(new Condition(join(path, name), "_eq", value));
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }

    boolean isOneOf() {
        return operator.equals("_eq") || operator.equals("_in");
    }

    /** The operand as a list: of one for {@code _eq}, else a list or comma text. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        if (operand instanceof ArrayNode list) {
            list.forEach(element -> texts.add(element.asText()));
        } else if (operator.equals("_eq")) {
            texts.add(operand.asText());
        } else {
            texts.addAll(List.of(operand.asText().split(",")));
        }
        return texts;
    }

    /** The refusal of a rule that can't be followed; it says what can. */
    FlowsException unsupported(Collection<String> supported) {
        String names = String.join(", ", supported.stream().sorted().toList());
        return Refusals.invalidQuery("A filter of \"" + field + "\" with \"" + operator + "\" and "
                + JsonNodeFactory.instance.textNode(operand.asText())
                + " is not supported here. Supported are _eq and _in"
                + " on single values, _gt, _gte, _lt and _lte on times, of: " + names);
    }
}
