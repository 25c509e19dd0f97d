package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the database refuses, in the words that clients know. Which column it means is only told in its message: where
 * that can't be read, the fault names the collection alone.
 */
final class DatabaseRefusals {

    /** PostgreSQL: {@code Key (slug)=(a) already exists.}, in every language. */
    private static final Pattern KEY_VALUE = Pattern.compile("\\(\"?([^()\"]+)\"?\\)=\\((.*?)\\)", Pattern.DOTALL);
    /** H2: {@code FOREIGN KEY("article") REFERENCES "articles"("id") (99)}. */
    private static final Pattern FOREIGN_KEY =
            Pattern.compile("FOREIGN KEY\\(\"?([^()\"]+)\"?\\) REFERENCES [^(]*\\([^)]*\\) \\((.*?)\\)");
    /** H2: {@code ON "public"."comments"("slug" NULLS FIRST) VALUES (…)}. */
    private static final Pattern INDEX = Pattern.compile("ON [^(]*\\(\"?([^()\",]+?)\"?(?: [A-Z ]+)?\\)");

    private static final Pattern QUOTED = Pattern.compile("[\"»„«]([^\"»„«“” ]+)");

    private DatabaseRefusals() {}

    /**
     * @param rows those that the statement was about
     * @return what to throw; the exception itself where the database didn't refuse values
     */
    static SQLException of(CollectionSchema collection, SQLException refused, List<Row> rows) throws FlowsException {
        SQLException reason = innermost(refused);
        Optional<Fault> fault = fault(collection, reason, rows);
        if (fault.isPresent()) {
            throw new FlowsException(fault.get());
        }
        return reason;
    }

    /** A batch tells why in the exception behind it. */
    private static SQLException innermost(SQLException refused) {
        SQLException next = refused.getNextException();
        return next == null ? refused : next;
    }

    private static Optional<Fault> fault(CollectionSchema collection, SQLException reason, List<Row> rows) {
        String text = Objects.requireNonNullElse(reason.getMessage(), "");
        return switch (Objects.requireNonNullElse(reason.getSQLState(), "")) {
            case "23505" -> Optional.of(notUnique(collection, text, rows));
            case "23503", "23506" -> Optional.of(noTarget(collection, text));
            case "23502" -> Optional.of(isNull(collection, text));
            case "22001" -> Optional.of(tooLong(collection, text));
            case "22003" -> Optional.of(outOfRange(collection, text));
            default -> Optional.empty();
        };
    }

    private static Fault notUnique(CollectionSchema collection, String text, List<Row> rows) {
        Matcher told = KEY_VALUE.matcher(text);
        if (told.find()) {
            return notUnique(collection, told.group(1), TextNode.valueOf(told.group(2)), rows);
        }
        Matcher index = INDEX.matcher(text);
        String column = index.find() ? index.group(1) : "";
        return notUnique(collection, column, TextNode.valueOf(""), rows);
    }

    private static Fault notUnique(CollectionSchema collection, String column, JsonNode told, List<Row> rows) {
        FieldSchema field = field(collection, column).orElse(collection.key());
        List<JsonNode> sent = rows.stream()
                .map(row -> ColumnValues.toJson(field, row.value(field)))
                .filter(value -> !value.isNull())
                .toList();
        JsonNode value = sent.stream()
                .filter(candidate -> candidate.asText().equals(told.asText()))
                .findFirst()
                .orElse(sent.isEmpty() ? told : sent.get(0));
        return RecordFaults.notUnique(collection.name(), field.name(), value);
    }

    private static Fault noTarget(CollectionSchema collection, String text) {
        Matcher told = KEY_VALUE.matcher(text);
        if (!told.find()) {
            told = FOREIGN_KEY.matcher(text);
            if (!told.find()) {
                return RecordFaults.noSuchTarget();
            }
        }
        String column = told.group(1);
        String field = field(collection, column).map(FieldSchema::name).orElse(column);
        return RecordFaults.noSuchTarget(collection.name(), field, told.group(2));
    }

    private static Fault isNull(CollectionSchema collection, String text) {
        return named(collection, text)
                .map(field -> RecordFaults.isNull(collection.name(), field.name()))
                .orElseGet(() -> general(collection, null, ErrorCode.NOT_NULL_VIOLATION, "can't be null"));
    }

    /** H2 says of numbers too that they are too long. */
    private static Fault tooLong(CollectionSchema collection, String text) {
        FieldSchema field = named(collection, text).orElse(null);
        if (field == null || !field.type().isNumber()) {
            return general(collection, field, ErrorCode.VALUE_TOO_LONG, "is too long");
        }
        return RecordFaults.outOfRange(collection.name(), field.name());
    }

    private static Fault outOfRange(CollectionSchema collection, String text) {
        FieldSchema field = named(collection, text).orElse(null);
        return general(collection, field, ErrorCode.VALUE_OUT_OF_RANGE, "is out of range");
    }

    private static Fault general(
            CollectionSchema collection, @Nullable FieldSchema field, ErrorCode code, String what) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("collection", collection.name());
        String place = "in collection \"" + collection.name() + "\" " + what + ".";
        return field == null
                ? Fault.of(code, FaultKind.USER, "A value " + place, extensions.putNull("field"))
                : Fault.of(
                        code,
                        FaultKind.USER,
                        "Value for field \"" + field.name() + "\" " + place,
                        extensions.put("field", field.name()));
    }

    /** The first column that the message has in quotes. */
    private static Optional<FieldSchema> named(CollectionSchema collection, String text) {
        return QUOTED.matcher(text)
                .results()
                .flatMap(found -> field(collection, found.group(1)).stream())
                .findFirst();
    }

    private static Optional<FieldSchema> field(CollectionSchema collection, String column) {
        return collection.columns().stream()
                .filter(field -> column.equalsIgnoreCase(field.column()))
                .findFirst();
    }
}
