package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.OptionConversion;
import io.dataflows.model.run.FlowObject;
import java.util.List;

/**
 * Renders text with tags in it to text: {@code literals.get(0) + tags.get(0) + literals.get(1) + …}.
 *
 * @param literals the text around the tags, one more than tags
 * @param length of all literals together
 * @param keepsUnknown a tag whose path finds nothing stays in place instead of becoming {@code undefined}
 */
record TextRenderer(List<String> literals, int length, List<Tag> tags, boolean keepsUnknown) implements Renderer {

    TextRenderer(List<String> literals, List<Tag> tags, boolean keepsUnknown) {
        this(literals, literals.stream().mapToInt(String::length).sum(), tags, keepsUnknown);
    }

    @Override
    public JsonNode render(FlowObject data, DataBudget budget) {
        StringBuilder text = new StringBuilder(literals.get(0));
        budget.take(length);
        for (int i = 0; i < tags.size(); i++) {
            append(text, tags.get(i), data, budget);
            text.append(literals.get(i + 1));
        }
        return TextNode.valueOf(text.toString());
    }

    private void append(StringBuilder text, Tag tag, FlowObject data, DataBudget budget) {
        JsonNode value = tag.get(data);
        if (!value.isMissingNode()) {
            // Before it is written: the text of a small value that holds another one many times may fill the memory.
            budget.take(value);
            text.append(OptionConversion.toText(value));
        } else if (keepsUnknown) {
            text.append("{{ ").append(tag.source()).append(" }}");
        } else {
            text.append("undefined");
        }
    }
}
