package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.Rows;
import io.dataflows.model.query.SortKey;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Sorts rows; nulls come first, and last in descending order. */
final class RowOrder {
    private final Comparator<ObjectNode> comparator;

    private RowOrder(Comparator<ObjectNode> comparator) {
        this.comparator = comparator;
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN for a field that isn't there */
    static RowOrder of(List<SortKey> keys, Collection collection, Rows rows) {
        Comparator<ObjectNode> all = (one, other) -> 0;
        for (SortKey key : keys) {
            Function<ObjectNode, JsonNode> value = value(key.field(), collection, rows);
            Comparator<ObjectNode> byKey = Comparator.comparing(value, RowOrder::compare);
            all = all.thenComparing(key.descending() ? byKey.reversed() : byKey);
        }
        return new RowOrder(all);
    }

    List<ObjectNode> sort(List<ObjectNode> rows) {
        return rows.stream().sorted(comparator).toList();
    }

    private static Function<ObjectNode, JsonNode> value(String path, Collection collection, Rows rows) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        Field field = collection
                .field(name)
                .filter(found -> !found.isMany())
                .orElseThrow(() -> Refusals.forbiddenField(name, collection.name()));
        String target = field.target();
        if (dot < 0) {
            return row -> row.path(name);
        }
        if (target == null) {
            throw Refusals.forbiddenField(path.substring(dot + 1), name);
        }
        Function<ObjectNode, JsonNode> rest = value(path.substring(dot + 1), rows.collection(target), rows);
        return row -> rows.find(target, row.path(name).asText()).map(rest).orElse(row.path(""));
    }

    static int compare(JsonNode one, JsonNode other) {
        int kind = Integer.compare(kind(one), kind(other));
        if (kind != 0 || kind(one) == 0) {
            return kind;
        }
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : text(one).compareTo(text(other));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static int kind(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        return value.isNumber() ? 1 : 2;
    }
}
