package io.dataflows.web.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Turns bodies into objects, and objects into answers. */
final class SchemaBodies {
    private SchemaBodies() {}

    static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidPayload("\"value\" must be of type object");
    }

    /** One object, or a list of objects. */
    static List<ObjectNode> objects(JsonNode body) {
        if (!body.isArray()) {
            return List.of(object(body));
        }
        List<ObjectNode> objects = new ArrayList<>();
        body.forEach(element -> objects.add(object(element)));
        return objects;
    }

    static Response list(List<ObjectNode> views) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addAll(views);
        return Answers.data(list);
    }
}
