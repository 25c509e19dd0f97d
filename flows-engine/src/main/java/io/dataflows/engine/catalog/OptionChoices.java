package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.operation.Option;

/**
 * What may be chosen: an {@code anyOf} with one {@code const} and {@code title} for each choice. Further alternatives
 * without {@code const} say what else is allowed: a template, nothing at all, or, where the option is open, anything.
 */
final class OptionChoices {

    private OptionChoices() {}

    static void describe(ObjectNode property, OptionBinding binding) {
        Option option = binding.option();
        if (option.choices().length == 0) {
            return;
        }
        ObjectNode chosen = binding.kind() == OptionKind.LIST ? (ObjectNode) property.path("items") : property;
        chosen.put("x-open", option.open());
        ArrayNode alternatives = chosen.putArray("anyOf");
        for (Option.Choice choice : option.choices()) {
            String title = choice.title().isEmpty() ? choice.value() : choice.title();
            alternatives.addObject().put("title", title).set("const", value(binding, choice));
        }
        if (option.open()) {
            alternatives.addObject().put("title", "Other");
        } else {
            alternatives.addObject().put("type", "string").put("pattern", OptionKind.TEMPLATE);
            alternatives.addObject().putArray("enum").add("").addNull();
        }
    }

    private static JsonNode value(OptionBinding binding, Option.Choice choice) {
        boolean whole = binding.kind() == OptionKind.INTEGER && choice.value().matches("-?\\d{1,9}");
        return whole ? IntNode.valueOf(Integer.parseInt(choice.value())) : TextNode.valueOf(choice.value());
    }
}
