package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for a text in all fields: part of a text, in any case, or the whole of a number or an id. */
final class RowSearch {
    private RowSearch() {}

    static Predicate<ObjectNode> of(@Nullable String text, Collection collection) {
        if (text == null || text.isBlank()) {
            return row -> true;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return row -> collection.fields().stream().anyMatch(field -> holds(row, field, wanted));
    }

    private static boolean holds(ObjectNode row, Field field, String wanted) {
        JsonNode value = row.path(field.name());
        if (!value.isValueNode() || value.isNull()) {
            return false;
        }
        String text = value.asText().toLowerCase(Locale.ROOT);
        boolean whole = field.type() == FieldType.UUID || field.type().isNumber();
        return field.type().isText() ? text.contains(wanted) : whole && text.equals(wanted);
    }
}
