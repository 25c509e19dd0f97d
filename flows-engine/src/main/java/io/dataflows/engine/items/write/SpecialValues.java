package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.Special;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The values that the platform gives by itself: who, when, new keys, hashes. */
final class SpecialValues {

    private final Clock clock;
    private final Supplier<UUID> ids;
    private final UnaryOperator<String> hasher;

    SpecialValues(Clock clock, Supplier<UUID> ids, UnaryOperator<String> hasher) {
        this.clock = clock;
        this.ids = ids;
        this.hasher = hasher;
    }

    /** Whether a new item has a value here without anybody giving one. */
    static boolean fills(FieldSchema field) {
        return field.has(Special.DATE_CREATED) || field.has(Special.USER_CREATED) || field.has(Special.UUID);
    }

    void completeNew(WriteCall call, ObjectNode item) {
        for (FieldSchema field : call.collection().columns()) {
            if (field.has(Special.DATE_CREATED)) {
                item.set(field.name(), now());
            } else if (field.has(Special.USER_CREATED)) {
                item.set(field.name(), user(call));
            } else if (makesKey(call, field) && !item.hasNonNull(field.name())) {
                item.put(field.name(), ids.get().toString());
            } else {
                hash(field, item);
            }
        }
        dropUnknownKey(call.collection().key(), item);
    }

    void completeChanged(WriteCall call, ObjectNode changes) {
        for (FieldSchema field : call.collection().columns()) {
            if (field.has(Special.DATE_UPDATED)) {
                changes.set(field.name(), now());
            } else if (field.has(Special.USER_UPDATED)) {
                changes.set(field.name(), user(call));
            } else {
                hash(field, changes);
            }
        }
    }

    /** A key that is null is one that the database is to give. */
    private static void dropUnknownKey(FieldSchema key, ObjectNode item) {
        if (item.path(key.name()).isNull()) {
            item.remove(key.name());
        }
    }

    private static boolean makesKey(WriteCall call, FieldSchema field) {
        boolean bareKey = field.type() == FieldType.UUID
                && field.name().equals(call.collection().key().name())
                && !field.generated()
                && field.defaultValue() == null;
        return field.has(Special.UUID) || bareKey;
    }

    private void hash(FieldSchema field, ObjectNode item) {
        JsonNode value = item.get(field.name());
        boolean secret = field.has(Special.HASH) || field.type() == FieldType.HASH;
        if (secret && value != null && !value.isNull() && !value.asText(" ").isEmpty()) {
            String text = value.isValueNode() ? value.asText() : value.toString();
            item.put(field.name(), hasher.apply(text));
        }
    }

    private TextNode now() {
        return TextNode.valueOf(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private static JsonNode user(WriteCall call) {
        Accountability who = call.scope().authority().accountability();
        UUID user = who == null ? null : who.user();
        return user == null ? NullNode.getInstance() : JsonNodeFactory.instance.textNode(user.toString());
    }
}
