package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows rows as a query wants them. One answer uses one projection. */
final class Projection {
    /** Relations that lead in circles multiply: an answer of more rows than this is nobody's wish. */
    private static final int MOST_ROWS = 100_000;

    private final Rows rows;
    private final RowSelection selection;
    private int shown;

    Projection(Rows rows, RowSelection selection) {
        this.rows = rows;
        this.selection = selection;
    }

    ObjectNode show(ObjectNode row, FieldTree fields, Map<String, ListQuery> deep) {
        if (++shown > MOST_ROWS) {
            throw Refusals.invalidQuery("The fields lead to more than " + MOST_ROWS + " rows");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        fields.branches().forEach((name, branch) -> answer.set(name, member(row, branch, deep)));
        return answer;
    }

    private JsonNode member(ObjectNode row, FieldTree.Branch branch, Map<String, ListQuery> deep) {
        Field field = branch.field();
        JsonNode value = row.path(field.name());
        if (branch.isCounted()) {
            return JsonNodeFactory.instance.numberNode(value.size());
        }
        ListQuery query = deep.get(field.name());
        String target = field.target();
        Optional<FieldTree> into = branch.relation();
        if (target == null || (into.isEmpty() && query == null)) {
            return value.isMissingNode() ? NullNode.getInstance() : value;
        }
        return field.isMany()
                ? many(value, rows.collection(target), into.orElse(null), query)
                : one(value, target, into.orElse(null), query);
    }

    private JsonNode one(JsonNode id, String target, @Nullable FieldTree into, @Nullable ListQuery query) {
        if (into == null) {
            return id;
        }
        return rows.find(target, id.asText())
                .<JsonNode>map(row -> show(row, into, query == null ? Map.of() : query.deep()))
                .orElse(NullNode.getInstance());
    }

    private ArrayNode many(JsonNode ids, Collection target, @Nullable FieldTree into, @Nullable ListQuery query) {
        List<ObjectNode> related = new ArrayList<>();
        ids.forEach(id -> rows.find(target.name(), id.asText()).ifPresent(related::add));
        List<ObjectNode> chosen = query == null
                ? related
                : selection.select(target, query, related).page();
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode row : chosen) {
            answer.add(
                    into == null ? row.path(Collection.ID) : show(row, into, query == null ? Map.of() : query.deep()));
        }
        return answer;
    }
}
