package io.dataflows.engine.items.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Turns values as the API writes them into what columns hold, and back. */
public final class ColumnValues {

    private static final long SAFE = (1L << 53) - 1;

    private ColumnValues() {}

    /** What the column holds in terms of the database. */
    public static DataType<?> type(FieldSchema field) {
        return switch (columnType(field)) {
            case VARCHAR, TEXT, UUID_TEXT, JSON_TEXT, CSV_TEXT, RUN_DOCUMENT -> SQLDataType.VARCHAR;
            case INTEGER -> SQLDataType.INTEGER;
            case BIGINT, MICROS -> SQLDataType.BIGINT;
            case DOUBLE -> SQLDataType.DOUBLE;
            case DECIMAL -> SQLDataType.NUMERIC;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case DATE -> SQLDataType.LOCALDATE;
            case TIME -> SQLDataType.LOCALTIME;
            case TIMESTAMP -> SQLDataType.LOCALDATETIME;
            case TIMESTAMP_WITH_ZONE -> SQLDataType.OFFSETDATETIME;
            case UUID -> SQLDataType.UUID;
            case JSON -> SQLDataType.JSON;
        };
    }

    /**
     * The value that the column is to hold, of the Java type that {@link #type} has.
     *
     * @return null for JSON null
     * @throws UnfitValue when the column can't hold it
     */
    public static @Nullable Object toColumn(FieldSchema field, JsonNode value) throws UnfitValue {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return switch (columnType(field)) {
            case VARCHAR, TEXT -> text(field, value);
            case CSV_TEXT -> csv(value);
            case JSON_TEXT, RUN_DOCUMENT -> Json.write(value);
            case JSON -> org.jooq.JSON.json(Json.write(value));
            case INTEGER -> (int) NumberText.whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case BIGINT -> NumberText.whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE -> NumberText.number(value).doubleValue();
            case DECIMAL -> NumberText.number(value);
            case BOOLEAN -> bool(value);
            case DATE -> DateTexts.date(value);
            case TIME -> DateTexts.time(value);
            case TIMESTAMP -> DateTexts.dateTime(value);
            case TIMESTAMP_WITH_ZONE -> DateTexts.instant(value);
            case MICROS -> DateTexts.micros(value);
            case UUID -> uuid(value);
            case UUID_TEXT -> uuid(value).toString();
        };
    }

    /** The value as the API shows it. */
    public static JsonNode toJson(FieldSchema field, @Nullable Object held) {
        if (held == null) {
            return NullNode.getInstance();
        }
        return switch (columnType(field)) {
            case VARCHAR, TEXT, UUID_TEXT, UUID -> TextNode.valueOf(held.toString());
            case CSV_TEXT -> csv(held.toString());
            case JSON_TEXT, JSON, RUN_DOCUMENT -> json(held.toString());
            case INTEGER -> IntNode.valueOf(((Number) held).intValue());
            case BIGINT -> big(((Number) held).longValue());
            case DOUBLE -> number(((Number) held).doubleValue());
            case DECIMAL -> TextNode.valueOf(((BigDecimal) held).toPlainString());
            case BOOLEAN -> BooleanNode.valueOf((Boolean) held);
            case DATE -> TextNode.valueOf(((LocalDate) held).toString());
            case TIME -> TextNode.valueOf(DateTexts.text((LocalTime) held));
            case TIMESTAMP -> TextNode.valueOf(DateTexts.text((LocalDateTime) held));
            case TIMESTAMP_WITH_ZONE -> TextNode.valueOf(DateTexts.text(((OffsetDateTime) held).toInstant()));
            case MICROS -> TextNode.valueOf(DateTexts.text(DateTexts.ofMicros(((Number) held).longValue())));
        };
    }

    private static ColumnType columnType(FieldSchema field) {
        ColumnType type = field.columnType();
        if (type == null) {
            throw new IllegalArgumentException("Field (" + field.name() + ") has no column.");
        }
        return type;
    }

    private static String text(FieldSchema field, JsonNode value) throws UnfitValue {
        String text = value.isContainerNode() ? Json.write(value) : value.asText();
        if (text.indexOf('\0') >= 0) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "A text can't hold the character U+0000.");
        }
        Integer most = field.length();
        if (most != null && text.codePointCount(0, text.length()) > most) {
            throw new UnfitValue(UnfitValue.Why.LENGTH, "The text has more than " + most + " characters.");
        }
        return text;
    }

    private static Boolean bool(JsonNode value) throws UnfitValue {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (value.asText("")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new UnfitValue(UnfitValue.Why.TYPE, "The value is neither true nor false.");
        };
    }

    private static UUID uuid(JsonNode value) throws UnfitValue {
        return io.dataflows.model.flow.StrictUuid.parse(value.asText(""))
                .orElseThrow(() -> new UnfitValue(UnfitValue.Why.TYPE, "The value is no UUID."));
    }

    /** A list of texts, or the text itself. */
    private static String csv(JsonNode value) throws UnfitValue {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (!value.isArray()) {
            throw new UnfitValue(UnfitValue.Why.TYPE, "The value is no list of texts.");
        }
        List<String> texts = new ArrayList<>(value.size());
        value.forEach(element -> texts.add(element.asText()));
        return String.join(",", texts);
    }

    private static ArrayNode csv(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (!text.isEmpty()) {
            for (String element : text.split(",", -1)) {
                list.add(element);
            }
        }
        return list;
    }

    /** What others wrote into the column without it being JSON is shown as the text that it is. */
    private static JsonNode json(String text) {
        try {
            return Json.readStored(text);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(text);
        }
    }

    /** Beyond what a JavaScript number holds exactly, the digits as text. */
    private static JsonNode big(long number) {
        return Math.abs(number) <= SAFE ? LongNode.valueOf(number) : TextNode.valueOf(Long.toString(number));
    }

    private static JsonNode number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= SAFE;
        if (whole) {
            return LongNode.valueOf((long) number);
        }
        return Double.isFinite(number)
                ? DoubleNode.valueOf(number)
                : DecimalNode.valueOf(BigDecimal.valueOf(Double.MAX_VALUE));
    }
}
