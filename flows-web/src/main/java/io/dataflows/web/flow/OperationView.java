package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.web.http.Values;
import java.util.List;

/** An operation placed in a flow, as clients see it. */
public final class OperationView {
    public static final String NAME = "directus_operations";

    public static final Collection COLLECTION = new Collection(
            NAME,
            List.of(
                    Field.of("id", FieldType.UUID),
                    Field.of("name", FieldType.STRING),
                    Field.of("key", FieldType.STRING),
                    Field.of("type", FieldType.STRING),
                    Field.of("position_x", FieldType.INTEGER),
                    Field.of("position_y", FieldType.INTEGER),
                    Field.of("options", FieldType.JSON),
                    Field.toOne("resolve", NAME),
                    Field.toOne("reject", NAME),
                    Field.toOne("flow", FlowView.NAME),
                    Field.of("date_created", FieldType.TIMESTAMP),
                    Field.of("user_created", FieldType.UUID)));

    private OperationView() {}

    static ObjectNode of(StepDefinition step) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("id", Values.text(step.id()));
        row.set("name", Values.text(step.name()));
        row.put("key", step.key());
        row.put("type", step.type());
        row.put("position_x", step.positionX());
        row.put("position_y", step.positionY());
        row.set("options", Values.value(step.options()));
        row.set("resolve", Values.text(step.resolve()));
        row.set("reject", Values.text(step.reject()));
        row.set("flow", Values.text(step.flow()));
        row.set("date_created", Values.text(step.dateCreated()));
        row.set("user_created", Values.text(step.userCreated()));
        return row;
    }
}
