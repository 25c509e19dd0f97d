package io.dataflows.web.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.operation.OperationDescriptor.OptionDescriptor;
import java.util.Locale;

/** A kind of operation, as the catalogue tells it. */
final class OperationTypeView {
    private OperationTypeView() {}

    static ObjectNode of(OperationDescriptor type) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", type.id());
        row.put("name", type.name());
        row.put("icon", type.icon());
        row.put("description", type.description());
        row.put("effect", type.effect().name().toLowerCase(Locale.ROOT));
        ArrayNode options = row.putArray("options");
        type.options().forEach(option -> options.add(of(option)));
        return row;
    }

    private static ObjectNode of(OptionDescriptor option) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("name", option.name());
        row.put("title", option.title());
        row.put("description", option.description());
        row.put("widget", option.widget());
        row.put("type", option.type());
        return row;
    }
}
