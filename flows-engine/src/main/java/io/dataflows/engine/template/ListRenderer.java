package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.model.run.FlowObject;
import java.util.List;

/** Renders the elements of a list. */
record ListRenderer(List<Renderer> values) implements Renderer {

    @Override
    public JsonNode render(FlowObject data, DataBudget budget) {
        ArrayNode rendered = JsonNodeFactory.instance.arrayNode(values.size());
        for (Renderer value : values) {
            rendered.add(value.render(data, budget));
        }
        return rendered;
    }
}
