package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields as the API is given them: {@code {field, type, schema, meta}}. */
final class ColumnDrafts {

    private static final int LENGTH = 255;
    private static final int LONGEST = 10_000_000;
    private static final int PRECISION = 10;
    private static final int SCALE = 5;
    private static final int MOST_DIGITS = 1_000;

    private ColumnDrafts() {}

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    static ColumnDraft read(JsonNode given) {
        if (!given.isObject()) {
            throw Refusals.invalidPayload("\"value\" must be of type object");
        }
        String name = Names.field(given.path("field"));
        return draft(name, type(given), given, JsonNodeFactory.instance.objectNode(), Meta.object(), List.of());
    }

    /** The field with what was given changed. */
    static ColumnDraft patch(FieldSchema field, RealTable table, Described.@Nullable OfField kept, ObjectNode given) {
        FieldType type = given.path("type").isTextual() ? type(given) : field.type();
        if (field.isAlias() != (type == FieldType.ALIAS)) {
            throw Refusals.invalidPayload("Field (" + field.name() + ") can't change between a column and an alias");
        }
        ObjectNode meta = kept == null ? Meta.object() : kept.meta();
        List<String> specials = kept == null ? List.of() : kept.specialTexts();
        return draft(field.name(), type, given, schemaOf(field, table, type), meta, specials);
    }

    /** What the field has already, in the words of the API. */
    private static ObjectNode schemaOf(FieldSchema field, RealTable table, FieldType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (field.isAlias()) {
            return schema;
        }
        schema.put("is_nullable", field.nullable()).put("is_unique", field.unique());
        schema.put("is_primary_key", table.isKey(field.name()));
        TableColumn column = table.columns().get(field.name());
        schema.put("has_auto_increment", column != null && column.counting());
        if (type == field.type()) {
            schema.put("max_length", field.length());
            schema.put("numeric_precision", field.precision()).put("numeric_scale", field.scale());
        }
        if (DefaultValue.isComputed(column == null ? null : column.defaultText()) && isMoment(type)) {
            return schema.put("default_value", "CURRENT_TIMESTAMP");
        }
        return schema.set("default_value", field.defaultValue());
    }

    static boolean isMoment(FieldType type) {
        return Stream.of(FieldType.DATE, FieldType.TIME, FieldType.DATE_TIME, FieldType.TIMESTAMP)
                .anyMatch(type::equals);
    }

    private static FieldType type(JsonNode given) {
        JsonNode named = given.path("type");
        if (named.isTextual()) {
            return Types.named(named.textValue())
                    .orElseThrow(() -> Refusals.invalidPayload("\"type\" must be one of [" + known() + "]"));
        }
        if (given.path("schema").isObject()) {
            throw Refusals.invalidPayload("\"type\" is required");
        }
        return FieldType.ALIAS;
    }

    private static String known() {
        return Stream.of(FieldType.values()).map(FieldType::text).collect(Collectors.joining(", "));
    }

    private static ColumnDraft draft(
            String name, FieldType type, JsonNode given, ObjectNode before, ObjectNode keptMeta, List<String> kept) {
        JsonNode schema = given.path("schema");
        if (schema.isObject()) {
            before.setAll((ObjectNode) schema);
        } else if (!schema.isMissingNode() && !schema.isNull()) {
            throw Refusals.invalidPayload("\"schema\" must be of type object");
        }
        List<String> specials = specials(given.path("meta").path("special"), kept);
        boolean key = flag(before, "is_primary_key", false);
        ColumnType column = ColumnDraft.holdsPerson(specials) ? ColumnType.UUID_TEXT : Types.column(type);
        int precision = number(before, "numeric_precision", PRECISION, MOST_DIGITS);
        return new ColumnDraft(
                name,
                type,
                column,
                flag(before, "is_nullable", true) && !key,
                flag(before, "is_unique", false) && !key,
                key,
                counting(before, type, name),
                column == ColumnType.UUID_TEXT ? (Integer) 36 : length(before, type),
                precision,
                number(before, "numeric_scale", Math.min(SCALE, precision), precision),
                before.hasNonNull("default_value") ? before.get("default_value") : null,
                specials,
                Meta.patchField(keptMeta, given.get("meta")));
    }

    private static @Nullable Integer length(ObjectNode schema, FieldType type) {
        boolean limited = type == FieldType.STRING || type == FieldType.HASH;
        return limited ? (Integer) Math.max(1, number(schema, "max_length", LENGTH, LONGEST)) : null;
    }

    private static boolean counting(ObjectNode schema, FieldType type, String name) {
        boolean counting = flag(schema, "has_auto_increment", false);
        if (counting && type != FieldType.INTEGER && type != FieldType.BIG_INTEGER) {
            throw Refusals.invalidPayload("Field (" + name + ") of type (" + type.text() + ") can't count");
        }
        return counting;
    }

    private static boolean flag(ObjectNode schema, String name, boolean otherwise) {
        JsonNode given = schema.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return otherwise;
        }
        if (!given.isBoolean()) {
            throw Refusals.invalidPayload("\"schema." + name + "\" must be a boolean");
        }
        return given.booleanValue();
    }

    private static int number(ObjectNode schema, String name, int otherwise, int most) {
        JsonNode given = schema.path(name);
        if (given.isMissingNode() || given.isNull()) {
            return otherwise;
        }
        if (!given.isInt() && !given.isLong() || given.longValue() < 0 || given.longValue() > most) {
            throw Refusals.invalidPayload("\"schema." + name + "\" must be a whole number from 0 to " + most);
        }
        return given.intValue();
    }

    private static List<String> specials(JsonNode given, List<String> kept) {
        if (given.isMissingNode()) {
            return kept;
        }
        List<String> texts = new ArrayList<>();
        if (given.isTextual()) {
            texts.addAll(List.of(given.textValue().split(",")));
        } else if (given.isArray()) {
            given.forEach(text -> texts.add(text.asText()));
        } else if (!given.isNull()) {
            throw Refusals.invalidPayload("\"meta.special\" must be an array");
        }
        if (texts.stream().anyMatch(text -> !text.matches("[a-z0-9-]{1,30}")) || texts.size() > 8) {
            throw Refusals.invalidPayload("\"meta.special\" must be an array of names");
        }
        return texts;
    }
}
