package io.dataflows.engine.listing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.Refusals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads single query parameters, which may come as text or as JSON. */
final class Parameters {
    /** Longer number texts have no use here, and cost time to read. */
    private static final int LONGEST_NUMBER = 20;

    private static final int LONGEST_INTEGER = 16;

    private Parameters() {}

    /** Comma text or a list of such texts. */
    static List<String> texts(@Nullable JsonNode value) {
        List<String> texts = new ArrayList<>();
        collect(value, texts);
        return texts;
    }

    private static void collect(@Nullable JsonNode value, List<String> texts) {
        if (value == null || value.isNull()) {
            return;
        }
        if (value.isArray()) {
            value.forEach(element -> collect(element, texts));
        } else if (value.isValueNode()) {
            for (String part : value.asText().split(",")) {
                if (!part.isBlank()) {
                    texts.add(part.strip());
                }
            }
        } else {
            // A long list in brackets arrives as an object with numbers for names.
            value.forEach(element -> collect(element, texts));
        }
    }

    static @Nullable String text(@Nullable JsonNode value) {
        return value == null || !value.isValueNode() || value.asText().isEmpty() ? null : value.asText();
    }

    /** A whole number, or null where there is none. */
    static @Nullable Long number(@Nullable JsonNode value, String name, long least) {
        if (value == null || value.isNull()) {
            return null;
        }
        BigDecimal number = decimal(value, name);
        if (number.precision() - (long) number.scale() > LONGEST_INTEGER) {
            throw Refusals.invalidQuery("\"" + name + "\" must be a safe number");
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw Refusals.invalidQuery("\"" + name + "\" must be an integer");
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            throw Refusals.invalidQuery("\"" + name + "\" must be greater than or equal to " + least);
        }
        return number.longValue();
    }

    private static BigDecimal decimal(JsonNode value, String name) {
        String text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with numbers that are too long.
        }
        throw Refusals.invalidQuery("\"" + name + "\" must be a number");
    }

    /** An object, or the JSON text of one; null where there is none. */
    static @Nullable ObjectNode object(ObjectNode parameters, String name, String title) {
        JsonNode value = parameters.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        JsonNode read = value.isTextual() ? parsed(value.textValue(), title) : value;
        if (read instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidQuery("\"" + title + "\" must be of type object");
    }

    private static JsonNode parsed(String text, String title) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException malformed) {
            throw Refusals.invalidQuery("Invalid JSON for " + title + " object");
        }
    }
}
