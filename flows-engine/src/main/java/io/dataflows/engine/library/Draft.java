package io.dataflows.engine.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.RecordFaults;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the members of a draft; what is wrong is collected, and the value before the draft is kept meanwhile. */
final class Draft {

    private final String collection;
    private final ObjectNode members;
    private final boolean creating;
    private final Faults faults;

    /** @param creating a missing required member is a fault then, and left as it is in a patch */
    Draft(String collection, ObjectNode members, boolean creating, Faults faults) {
        this.collection = collection;
        this.members = members;
        this.creating = creating;
        this.faults = faults;
    }

    boolean has(String name) {
        return members.has(name);
    }

    @Nullable
    JsonNode get(String name) {
        JsonNode value = members.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    String text(String name, int most, @Nullable String before) {
        if (!members.has(name)) {
            return before;
        }
        JsonNode value = get(name);
        return value == null ? null : checked(name, value, most);
    }

    /** @param before stands in where the draft has a fault or says nothing */
    String requiredText(String name, int most, String before) {
        if (!isGiven(name)) {
            return before;
        }
        String text = text(name, most, before);
        return text == null ? before : text;
    }

    int requiredInteger(String name, int before) {
        if (!isGiven(name)) {
            return before;
        }
        JsonNode value = members.get(name);
        if (!value.isIntegralNumber()) {
            faults.wrongType(name, "a whole number");
        } else if (!value.canConvertToInt()) {
            faults.add(RecordFaults.outOfRange(collection, name));
        } else {
            return value.intValue();
        }
        return before;
    }

    /** JSON as it is; text that is JSON is read as such. */
    @Nullable
    JsonNode json(String name, @Nullable JsonNode before) {
        if (!members.has(name)) {
            return before;
        }
        JsonNode value = get(name);
        return value != null && value.isTextual() ? parsed(name, value.textValue()) : value;
    }

    /** The id, null for none. */
    @Nullable
    UUID id(String name, @Nullable UUID before) {
        if (!members.has(name)) {
            return before;
        }
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        UUID id = Ids.parse(value);
        if (id == null) {
            faults.wrongType(name, "an id");
        }
        return id;
    }

    /** Whether a required member has a value; says so otherwise. */
    boolean isGiven(String name) {
        if (!members.has(name)) {
            if (creating) {
                faults.required(name);
            }
            return false;
        }
        if (get(name) == null) {
            faults.notNull(name);
            return false;
        }
        return true;
    }

    private @Nullable String checked(String name, JsonNode value, int most) {
        if (value.isContainerNode()) {
            faults.wrongType(name, "a string");
            return null;
        }
        String text = value.asText();
        if (text.length() > most) {
            faults.add(RecordFaults.tooLong(collection, name, most));
        }
        return text;
    }

    private @Nullable JsonNode parsed(String name, String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException noJson) {
            faults.wrongType(name, "JSON");
            return null;
        }
    }
}
