package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.web.http.Values;
import java.util.List;

/** A flow as clients see it; {@code operations} holds the ids of its steps. */
final class FlowView {
    static final String NAME = "directus_flows";

    static final Collection COLLECTION = new Collection(
            NAME,
            List.of(
                    Field.of("id", FieldType.UUID),
                    Field.of("name", FieldType.STRING),
                    Field.of("icon", FieldType.STRING),
                    Field.of("color", FieldType.STRING),
                    Field.of("description", FieldType.TEXT),
                    Field.of("status", FieldType.STRING),
                    Field.of("trigger", FieldType.STRING),
                    Field.of("accountability", FieldType.STRING),
                    Field.of("options", FieldType.JSON),
                    Field.toOne("operation", OperationView.NAME),
                    Field.of("date_created", FieldType.TIMESTAMP),
                    Field.of("user_created", FieldType.UUID),
                    Field.of("folder", FieldType.UUID),
                    Field.toMany("operations", OperationView.NAME)));

    private FlowView() {}

    static ObjectNode of(FlowDefinition flow) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("id", Values.text(flow.id()));
        row.put("name", flow.name());
        row.set("icon", Values.text(flow.icon()));
        row.set("color", Values.text(flow.color()));
        row.set("description", Values.text(flow.description()));
        row.put("status", flow.status());
        row.set("trigger", Values.text(flow.trigger()));
        row.set("accountability", Values.text(flow.accountability()));
        row.set("options", Values.value(flow.options()));
        row.set("operation", Values.text(flow.operation()));
        row.set("date_created", Values.text(flow.dateCreated()));
        row.set("user_created", Values.text(flow.userCreated()));
        row.set("folder", Values.text(flow.folder()));
        ArrayNode operations = row.putArray("operations");
        flow.steps().forEach(step -> operations.add(step.id().toString()));
        return row;
    }
}
