package io.dataflows.model.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Faults about one field of one stored record, in the recorded words; extensions name collection, field and value. */
public final class RecordFaults {

    private RecordFaults() {}

    public static Fault notUnique(String collection, String field, Object value) {
        return of(
                ErrorCode.RECORD_NOT_UNIQUE,
                "Value \"" + value + "\" for field \"" + field + "\" in collection \"" + collection
                        + "\" has to be unique.",
                place(collection, field).put("value", value.toString()));
    }

    /** The same for a value of any JSON type; the extensions hold it as it is. */
    public static Fault notUnique(String collection, String field, JsonNode value) {
        return of(
                ErrorCode.RECORD_NOT_UNIQUE,
                "Value \"" + value.asText() + "\" for field \"" + field + "\" in collection \"" + collection
                        + "\" has to be unique.",
                place(collection, field).set("value", value));
    }

    /** A reference to a record that doesn't exist, where it isn't known which one. */
    public static Fault noSuchTarget() {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.putNull("collection").putNull("field").putNull("value");
        return of(ErrorCode.INVALID_FOREIGN_KEY, "Invalid foreign key.", extensions);
    }

    /** Nothing where the table must hold something. */
    public static Fault isNull(String collection, String field) {
        return of(
                ErrorCode.NOT_NULL_VIOLATION,
                "Value for field \"" + field + "\" in collection \"" + collection + "\" can't be null.",
                place(collection, field));
    }

    /** A reference to a record that doesn't exist, or not where it should. */
    public static Fault noSuchTarget(String collection, String field, Object value) {
        return of(
                ErrorCode.INVALID_FOREIGN_KEY,
                "Invalid foreign key \"" + value + "\" for field \"" + field + "\" in collection \"" + collection
                        + "\".",
                place(collection, field).put("value", value.toString()));
    }

    /** A text with more characters than the field holds. */
    public static Fault tooLong(String collection, String field, int most) {
        return of(
                ErrorCode.VALUE_TOO_LONG,
                "Value for field \"" + field + "\" in collection \"" + collection + "\" is too long: " + most
                        + " characters is the limit.",
                place(collection, field));
    }

    public static Fault outOfRange(String collection, String field) {
        return of(
                ErrorCode.VALUE_OUT_OF_RANGE,
                "Value for field \"" + field + "\" in collection \"" + collection + "\" is out of range.",
                place(collection, field));
    }

    /** A field that a new record must have. */
    public static Fault required(String field) {
        return invalid("Validation failed for field \"" + field + "\". Value is required.", field, "required");
    }

    /** Null for a field that must have a value. */
    public static Fault notNull(String field) {
        return invalid("Validation failed for field \"" + field + "\". Value can't be null.", field, "nnull");
    }

    /**
     * A value that breaks a rule.
     *
     * @param type the rule's short name, for example {@code required}
     */
    public static Fault invalid(String message, String field, String type) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("field", field);
        extensions.putArray("path");
        return of(ErrorCode.FAILED_VALIDATION, message, extensions.put("type", type));
    }

    private static Fault of(ErrorCode code, String message, ObjectNode extensions) {
        return Fault.of(code, FaultKind.USER, message, extensions);
    }

    private static ObjectNode place(String collection, String field) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("collection", collection)
                .put("field", field);
    }
}
