package io.dataflows.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.OperationDescriptor;
import io.dataflows.model.operation.OperationDescriptor.OverviewLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTypeViewTest {
    @Test
    void tellsEverythingThatAClientDrawsWith() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode row = OperationTypeView.of(new OperationDescriptor(
                "sleep",
                "Sleep",
                "schedule",
                "Waits.",
                Effect.PURE,
                schema,
                List.of(new OverviewLine("Milliseconds", "{{ milliseconds }}"))));

        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly("id", "name", "icon", "description", "effect", "schema", "overview");
        assertThat(row.path("effect").asText()).isEqualTo("pure");
        assertThat(row.path("schema")).isEqualTo(schema);
        assertThat(row.at("/overview/0/label").asText()).isEqualTo("Milliseconds");
        assertThat(row.at("/overview/0/text").asText()).isEqualTo("{{ milliseconds }}");
    }
}
