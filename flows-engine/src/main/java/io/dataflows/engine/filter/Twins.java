package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.JavaScriptNumber;
import java.time.Instant;
import java.util.List;

/** A number and its text are twins, and so are a date and its milliseconds: equal to one is equal to the other. */
final class Twins {

    private Twins() {}

    static List<JsonNode> of(JsonNode operand) {
        if (operand.isNumber()) {
            return List.of(operand, TextNode.valueOf(JavaScriptNumber.text(operand)));
        }
        Instant instant = Moment.of(operand);
        if (instant != null) {
            return List.of(operand, JavaScriptNumber.node(instant.toEpochMilli()));
        }
        if (!operand.isTextual() || operand.textValue().isEmpty()) {
            return List.of(operand);
        }
        double number = JavaScriptNumber.parse(operand.textValue());
        return Double.isNaN(number) ? List.of(operand) : List.of(operand, JavaScriptNumber.node(number));
    }
}
