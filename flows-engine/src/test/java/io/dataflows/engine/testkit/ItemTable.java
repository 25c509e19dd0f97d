package io.dataflows.engine.testkit;

import static io.dataflows.engine.testkit.ItemField.Rule.NOT_NULL;
import static io.dataflows.engine.testkit.ItemField.Rule.REQUIRED;
import static io.dataflows.engine.testkit.ItemField.Rule.UNIQUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.flow.StrictUuid;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The items of one collection, in the order in which they came. The first field is the primary key. */
final class ItemTable {

    private final String name;
    private final List<ItemField> fields;
    private Map<String, ObjectNode> rows = new LinkedHashMap<>();
    private int lastNumber;

    ItemTable(String name, List<ItemField> fields) {
        this.name = name;
        this.fields = List.copyOf(fields);
    }

    String name() {
        return name;
    }

    List<ItemField> fields() {
        return fields;
    }

    ItemField key() {
        return fields.get(0);
    }

    Collection collection() {
        return new Collection(name, fields.stream().map(ItemField::field).toList());
    }

    List<ObjectNode> rows() {
        return List.copyOf(rows.values());
    }

    Optional<ObjectNode> find(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** The rows as they are, for {@link #restore}; a stored row is never changed in place. */
    Map<String, ObjectNode> snapshot() {
        return new LinkedHashMap<>(rows);
    }

    void restore(Map<String, ObjectNode> snapshot) {
        rows = snapshot;
    }

    /** The key as the table would hold it; FORBIDDEN where no item can have it. */
    String keyText(JsonNode key) {
        boolean fits = key.isTextual() || key.isNumber();
        boolean known =
                switch (key().field().type()) {
                    case INTEGER, BIG_INTEGER -> fits && key.asText().matches("-?\\d{1,18}");
                    case UUID -> fits && StrictUuid.parse(key.asText()).isPresent();
                    default -> fits;
                };
        if (!known) {
            throw Refusals.forbidden();
        }
        return key().field().type() == FieldType.INTEGER ? Long.toString(Long.parseLong(key.asText())) : key.asText();
    }

    /** Stores a new row and gives its key. */
    JsonNode insert(ObjectNode given) {
        requireValues(given);
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (ItemField field : fields) {
            JsonNode value = given.get(field.name());
            row.set(field.name(), value == null ? field.initial() : ItemValues.of(name, field, value));
        }
        if (row.path(key().name()).isNull()) {
            row.set(key().name(), nextKey());
        }
        check(row, null);
        JsonNode key = row.path(key().name());
        lastNumber = Math.max(lastNumber, key.asInt());
        rows.put(key.asText(), row);
        return key;
    }

    void change(String key, ObjectNode changes) {
        ObjectNode old = rows.get(key);
        refuseNulls(changes);
        if (old == null) {
            return;
        }
        ObjectNode row = old.deepCopy();
        for (ItemField field : fields) {
            JsonNode value = changes.get(field.name());
            if (value != null && field != key()) {
                row.set(field.name(), ItemValues.of(name, field, value));
            }
        }
        check(row, key);
        rows.put(key, row);
    }

    void remove(String key) {
        rows.remove(key);
    }

    private JsonNode nextKey() {
        return key().field().type() == FieldType.UUID
                ? TextNode.valueOf(UUID.randomUUID().toString())
                : IntNode.valueOf(lastNumber + 1);
    }

    private void requireValues(ObjectNode given) {
        List<Fault> faults = new ArrayList<>();
        for (ItemField field : fields) {
            if (field.is(REQUIRED) && !given.has(field.name())) {
                faults.add(RecordFaults.required(field.name()));
            }
        }
        refuse(faults);
        refuseNulls(given);
    }

    private void refuseNulls(ObjectNode given) {
        List<Fault> faults = new ArrayList<>();
        for (ItemField field : fields) {
            if (field.is(REQUIRED) && given.path(field.name()).isNull()) {
                faults.add(RecordFaults.notNull(field.name()));
            }
        }
        refuse(faults);
    }

    /** Several rules may be broken at once: the answer is a list, also of one. */
    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FlowsException(Fault.ofAll(faults));
        }
    }

    private void check(ObjectNode row, @Nullable String ownKey) {
        for (ItemField field : fields) {
            JsonNode value = row.path(field.name());
            if (value.isNull() && field.is(NOT_NULL)) {
                throw new FlowsException(RecordFaults.isNull(name, field.name()));
            }
            if (!value.isNull() && (field == key() || field.is(UNIQUE))) {
                requireUnique(field, value, ownKey);
            }
        }
    }

    private void requireUnique(ItemField field, JsonNode value, @Nullable String ownKey) {
        for (Map.Entry<String, ObjectNode> other : rows.entrySet()) {
            if (!other.getKey().equals(ownKey) && value.equals(other.getValue().path(field.name()))) {
                throw new FlowsException(RecordFaults.notUnique(name, field.name(), value));
            }
        }
    }
}
