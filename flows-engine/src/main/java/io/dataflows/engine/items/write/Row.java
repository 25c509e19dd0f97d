package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.UnfitValue;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a statement sets, and what they are to hold.
 *
 * @param values of the Java types that {@link ColumnValues} has
 */
record Row(CollectionSchema collection, List<FieldSchema> fields, List<@Nullable Object> values) {

    /**
     * The members that are columns; others are passed over.
     *
     * @throws FlowsException INVALID_PAYLOAD, NOT_NULL_VIOLATION, VALUE_TOO_LONG, VALUE_OUT_OF_RANGE
     */
    static Row of(CollectionSchema collection, ObjectNode members) {
        List<FieldSchema> fields = new ArrayList<>(members.size());
        List<@Nullable Object> values = new ArrayList<>(members.size());
        for (FieldSchema field : collection.columns()) {
            JsonNode value = members.get(field.name());
            if (value != null) {
                fields.add(field);
                values.add(held(collection, field, value));
            }
        }
        return new Row(collection, fields, values);
    }

    /** The value that a column is to hold. */
    static @Nullable Object held(CollectionSchema collection, FieldSchema field, JsonNode value) {
        Object held;
        try {
            held = ColumnValues.toColumn(field, value);
        } catch (UnfitValue unfit) {
            throw refused(collection, field, unfit);
        }
        if (held == null && !field.nullable()) {
            throw new FlowsException(RecordFaults.isNull(collection.name(), field.name()));
        }
        return held;
    }

    /** The members as the API shows them. */
    ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.size(); i++) {
            FieldSchema field = fields.get(i);
            shown.set(field.name(), ColumnValues.toJson(field, values.get(i)));
        }
        return shown;
    }

    /** A whole new item: with defaults where nothing is given. */
    ObjectNode wholeNew() {
        Map<String, JsonNode> given = new LinkedHashMap<>();
        shown().properties().forEach(member -> given.put(member.getKey(), member.getValue()));
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        for (FieldSchema field : collection.columns()) {
            JsonNode initial = Objects.requireNonNullElse(field.defaultValue(), NullNode.getInstance());
            whole.set(field.name(), given.getOrDefault(field.name(), initial));
        }
        return whole;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The value of a field that may not be among these. */
    @Nullable
    Object value(FieldSchema field) {
        int at = fields.indexOf(field);
        return at < 0 ? null : values.get(at);
    }

    private static FlowsException refused(CollectionSchema collection, FieldSchema field, UnfitValue unfit) {
        Integer most = field.length();
        return switch (unfit.why()) {
            case LENGTH ->
                new FlowsException(RecordFaults.tooLong(collection.name(), field.name(), most == null ? 0 : most));
            case RANGE -> new FlowsException(RecordFaults.outOfRange(collection.name(), field.name()));
            case TYPE -> Refusals.invalidPayload("\"" + field.name() + "\" must be " + wanted(field));
        };
    }

    private static String wanted(FieldSchema field) {
        return switch (field.type()) {
            case INTEGER, BIG_INTEGER -> "a whole number";
            case FLOAT, DECIMAL -> "a number";
            case BOOLEAN -> "a boolean";
            case UUID -> "a UUID";
            case DATE, DATE_TIME, TIMESTAMP -> "a date";
            case TIME -> "a time";
            case CSV -> "a list of texts";
            default -> "a text without the character U+0000";
        };
    }
}
