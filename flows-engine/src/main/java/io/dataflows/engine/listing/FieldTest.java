package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Field;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tests one field of a row; makes sure first that the operators fit the field's type and their operands fit them. */
final class FieldTest {
    private static final Pattern FUNCTION = Pattern.compile("[a-z]+\\((.+)\\)");

    private final RuleTest rules;

    FieldTest(RuleTest rules) {
        this.rules = rules;
    }

    /** What a rule on one field makes of a row; {@code rule} has the field's name for its only member. */
    interface RuleTest {
        Predicate<ObjectNode> of(ObjectNode rule);
    }

    /** The field that a name such as {@code year(date_created)} is about. */
    static String fieldOf(String name) {
        Matcher function = FUNCTION.matcher(name);
        return function.matches() ? function.group(1) : name;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_QUERY */
    Predicate<ObjectNode> of(String name, Field field, ObjectNode operators) {
        boolean function = !fieldOf(name).equals(name);
        for (Map.Entry<String, JsonNode> operator : operators.properties()) {
            Operators.check(field.type(), operator.getKey(), operator.getValue(), function);
        }
        ObjectNode rule = JsonNodeFactory.instance.objectNode();
        return rules.of(rule.set(name, operators));
    }
}
