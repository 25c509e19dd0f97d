package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.run.FlowObject;
import java.util.List;

/** Renders the values of an object; the members' names stay as they are. */
record ObjectRenderer(List<String> names, List<Renderer> values) implements Renderer {

    @Override
    public JsonNode render(FlowObject data, DataBudget budget) {
        ObjectNode rendered = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            rendered.set(names.get(i), values.get(i).render(data, budget));
        }
        return rendered;
    }
}
