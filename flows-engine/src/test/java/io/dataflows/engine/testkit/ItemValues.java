package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import java.math.BigDecimal;

/** Values as the columns of a table hold them. */
final class ItemValues {

    private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private ItemValues() {}

    /** @throws FlowsException INVALID_PAYLOAD, VALUE_TOO_LONG, VALUE_OUT_OF_RANGE */
    static JsonNode of(String collection, ItemField field, JsonNode given) {
        if (given.isNull()) {
            return given;
        }
        return switch (field.field().type()) {
            case INTEGER -> integer(collection, field, given);
            case BIG_INTEGER, FLOAT, DECIMAL -> JsonNodeFactory.instance.numberNode(number(field, given));
            case BOOLEAN -> truth(field, given);
            case JSON, ALIAS -> given.deepCopy();
            default -> text(collection, field, given);
        };
    }

    private static JsonNode integer(String collection, ItemField field, JsonNode given) {
        BigDecimal number = number(field, given);
        if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0) {
            throw new FlowsException(RecordFaults.outOfRange(collection, field.name()));
        }
        return IntNode.valueOf(number.intValue());
    }

    private static BigDecimal number(ItemField field, JsonNode given) {
        try {
            return given.isNumber() ? given.decimalValue() : new BigDecimal(given.asText());
        } catch (NumberFormatException noNumber) {
            throw Refusals.invalidPayload("\"" + field.name() + "\" must be a number");
        }
    }

    private static JsonNode truth(ItemField field, JsonNode given) {
        return switch (given.asText()) {
            case "true", "1" -> BooleanNode.TRUE;
            case "false", "0" -> BooleanNode.FALSE;
            default -> throw Refusals.invalidPayload("\"" + field.name() + "\" must be a boolean");
        };
    }

    private static JsonNode text(String collection, ItemField field, JsonNode given) {
        String text = given.isValueNode() ? given.asText() : given.toString();
        if (field.length() >= 0 && text.codePointCount(0, text.length()) > field.length()) {
            throw new FlowsException(RecordFaults.tooLong(collection, field.name(), field.length()));
        }
        return TextNode.valueOf(text);
    }
}
