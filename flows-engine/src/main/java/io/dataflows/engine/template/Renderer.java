package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.FlowObject;

/** One value of a template, ready to be rendered. */
interface Renderer {

    /** @throws TemplateException when the value's template can't be read, or gives more than the budget has room for */
    JsonNode render(FlowObject data, DataBudget budget);

    /** Always gives the same value. */
    default boolean isConstant() {
        return false;
    }

    record Constant(JsonNode value) implements Renderer {

        @Override
        public JsonNode render(FlowObject data, DataBudget budget) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    /** A text that breaks the grammar: it rejects when it is rendered, since only that step must fail. */
    record Broken(TemplateException reason) implements Renderer {

        @Override
        public JsonNode render(FlowObject data, DataBudget budget) {
            throw reason;
        }
    }
}
