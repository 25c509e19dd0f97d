package io.dataflows.web.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Turns objects into answers. */
final class SchemaAnswers {
    private SchemaAnswers() {}

    static Response list(List<ObjectNode> views) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addAll(views);
        return Answers.data(list);
    }
}
