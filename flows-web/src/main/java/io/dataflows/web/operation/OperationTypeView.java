package io.dataflows.web.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.operation.OperationDescriptor;
import java.util.Locale;

/** A kind of operation, as the catalogue tells it: a client draws its form and its panel from this alone. */
final class OperationTypeView {
    private OperationTypeView() {}

    static ObjectNode of(OperationDescriptor type) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", type.id());
        row.put("name", type.name());
        row.put("icon", type.icon());
        row.put("description", type.description());
        row.put("effect", type.effect().name().toLowerCase(Locale.ROOT));
        row.set("schema", type.schema());
        ArrayNode overview = row.putArray("overview");
        type.overview()
                .forEach(line -> overview.addObject().put("label", line.label()).put("text", line.text()));
        return row;
    }
}
