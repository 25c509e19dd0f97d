package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** A parsed filter. */
public sealed interface Filter permits Filter.And, Filter.Or, Filter.Nothing, FieldTest {

    /** The same filter with its dynamic variables replaced; itself where it has none. */
    Filter resolve(DynamicVariables variables);

    boolean isDynamic();

    /** Adds the names of operators that don't exist. */
    void collectUnknownOperators(Set<String> into);

    /** The filter in its normal form. */
    JsonNode toJson();

    /** Every part must pass. */
    record And(List<Filter> parts) implements Filter {

        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Filter resolve(DynamicVariables variables) {
            return isDynamic() ? new And(each(parts, variables)) : this;
        }

        @Override
        public boolean isDynamic() {
            return parts.stream().anyMatch(Filter::isDynamic);
        }

        @Override
        public void collectUnknownOperators(Set<String> into) {
            parts.forEach(part -> part.collectUnknownOperators(into));
        }

        @Override
        public JsonNode toJson() {
            return list("_and", parts);
        }
    }

    /** One part must pass; none at all pass too. */
    record Or(List<Filter> parts) implements Filter {

        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public Filter resolve(DynamicVariables variables) {
            return isDynamic() ? new Or(each(parts, variables)) : this;
        }

        @Override
        public boolean isDynamic() {
            return parts.stream().anyMatch(Filter::isDynamic);
        }

        @Override
        public void collectUnknownOperators(Set<String> into) {
            parts.forEach(part -> part.collectUnknownOperators(into));
        }

        @Override
        public JsonNode toJson() {
            return list("_or", parts);
        }
    }

    /** An empty object: no condition can be read from it. */
    record Nothing() implements Filter {

        @Override
        public Filter resolve(DynamicVariables variables) {
            return this;
        }

        @Override
        public boolean isDynamic() {
            return false;
        }

        @Override
        public void collectUnknownOperators(Set<String> into) {}

        @Override
        public JsonNode toJson() {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static List<Filter> each(List<Filter> parts, DynamicVariables variables) {
        return parts.stream().map(part -> part.resolve(variables)).toList();
    }

    private static ObjectNode list(String name, List<Filter> parts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(parts.size());
        parts.forEach(part -> list.add(part.toJson()));
        return JsonNodeFactory.instance.objectNode().set(name, list);
    }
}
