package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.audit.Audit;
import io.dataflows.engine.audit.Change;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.Tracking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has changes remembered, as far as the collection wants that, and without values that nobody may read. */
final class ItemChanges {

    private final Audit audit;

    ItemChanges(Audit audit) {
        this.audit = audit;
    }

    void remember(WriteCall call, List<Change> changes) {
        if (!changes.isEmpty() && call.collection().tracking() != Tracking.NOTHING) {
            audit.record(call.scope().authority().accountability(), changes);
        }
    }

    /** Whether items are kept as they are before and after. */
    static boolean keepsItems(WriteCall call) {
        return call.collection().tracking() == Tracking.ALL;
    }

    static Change change(
            WriteCall call, String action, JsonNode key, @Nullable ObjectNode after, @Nullable ObjectNode sent) {
        boolean kept = keepsItems(call) && after != null && sent != null;
        return new Change(
                action,
                call.name(),
                key.asText(),
                kept && after != null ? masked(call.collection(), after) : null,
                kept && sent != null ? masked(call.collection(), sent) : null);
    }

    private static ObjectNode masked(CollectionSchema collection, ObjectNode item) {
        ObjectNode masked = item.deepCopy();
        for (FieldSchema field : collection.fields()) {
            if (field.isConcealed() && masked.hasNonNull(field.name())) {
                masked.put(field.name(), SentFields.MASK);
            }
        }
        return masked;
    }
}
