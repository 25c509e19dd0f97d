package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Expressions;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;

/** Turns rows into what an answer shows of them, with what they lead to: one statement for each relation. */
final class RowReader {
    private static final TextNode CONCEALED = TextNode.valueOf("**********");
    private final RelatedRows related;
    private final Reading reading;

    RowReader(DSLContext dsl, Reading reading) {
        this.reading = reading;
        this.related = new RelatedRows(dsl, reading, this);
    }

    /** The columns that {@link #shape} needs: the key, then one for each member. */
    List<SelectField<?>> columns(FieldTree tree, Expressions expressions, String alias) {
        CollectionSchema collection = tree.collection();
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(io.dataflows.engine.items.sql.Tables.column(alias, collection.key())
                .as("k"));
        for (Branch branch : tree.branches()) {
            columns.add(column(branch, collection, expressions, alias).as("c" + columns.size()));
        }
        return columns;
    }

    private static Field<Object> column(
            Branch branch, CollectionSchema collection, Expressions expressions, String alias) {
        if (branch.field().isAlias() && branch.call().function() == null) {
            return io.dataflows.engine.items.sql.Tables.column(alias, collection.key());
        }
        return expressions.of(branch.call(), collection, alias).orElseThrow();
    }

    /** @param rows whose last columns are those of {@link #columns} */
    List<ObjectNode> shape(FieldTree tree, List<? extends Record> rows) {
        List<ObjectNode> items = new ArrayList<>(rows.size());
        rows.forEach(row -> items.add(JsonNodeFactory.instance.objectNode()));
        int column = 1;
        for (Branch branch : tree.branches()) {
            List<JsonNode> values = values(branch, tree.collection(), rows, column++);
            for (int i = 0; i < values.size(); i++) {
                items.get(i).set(branch.shown(), values.get(i));
            }
        }
        return items;
    }

    private List<JsonNode> values(Branch branch, CollectionSchema collection, List<? extends Record> rows, int column) {
        FieldSchema held = branch.isMany()
                ? collection.key()
                : reading.schema().read(collection, branch.call()).orElse(branch.field());
        List<JsonNode> values = new ArrayList<>(rows.size());
        for (Record row : rows) {
            values.add(held.isAlias() ? nothing() : ColumnValues.toJson(held, row.get(column)));
        }
        if (branch.isMany()) {
            return related.many(branch, values);
        }
        if (branch.into() != null) {
            return related.one(branch, values);
        }
        if (branch.field().isConcealed()) {
            values.replaceAll(value -> value.isNull() ? value : CONCEALED);
        }
        return values;
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.nullNode();
    }
}
