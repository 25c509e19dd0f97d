package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.FlowObject;

/**
 * A text that is one tag and nothing else: the value keeps its type.
 *
 * @param otherwise renders the same text where the path finds nothing
 */
record ReferenceRenderer(DataPath path, Renderer otherwise) implements Renderer {

    @Override
    public JsonNode render(FlowObject data, DataBudget budget) {
        JsonNode value = path.get(data);
        if (value.isMissingNode()) {
            return otherwise.render(data, budget);
        }
        budget.take(value);
        return value;
    }
}
