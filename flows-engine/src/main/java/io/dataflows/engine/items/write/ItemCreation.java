package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.audit.Change;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Fault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Stores new items: events, rights, rules, values, rows, what is remembered, and events again. */
final class ItemCreation {

    private final WritingParts parts;
    private final RelatedItems related;

    ItemCreation(WritingParts parts, RelatedItems related) {
        this.parts = parts;
        this.related = related;
    }

    List<JsonNode> create(WriteCall call, List<ObjectNode> given) throws SQLException {
        List<ObjectNode> sent = parts.events().beforeCreate(call, given);
        SentFields.require(call, Action.CREATE);
        List<ObjectNode> items = new ArrayList<>(sent.size());
        List<Row> rows = new ArrayList<>(sent.size());
        for (ObjectNode item : sent) {
            ObjectNode fields = parts.rules(call).beforeCreate(call.scope(), SentFields.of(call, Action.CREATE, item));
            items.add(fields);
            rows.add(row(call, fields));
        }
        List<JsonNode> keys = RowInsert.insert(call, rows);
        for (int i = 0; i < items.size(); i++) {
            related.write(call, keys.get(i), items.get(i));
        }
        remember(call, sent, rows, keys);
        parts.rules(call).afterChange(call.scope(), keys);
        parts.events().afterCreate(call, sent, keys);
        return keys;
    }

    private Row row(WriteCall call, ObjectNode fields) throws SQLException {
        List<Grant> grants = call.grants(Action.CREATE);
        List<Fault> faults = Obligations.ofNew(call.collection(), fields);
        if (!Obligations.areIn(grants)) {
            Obligations.refuse(faults);
        }
        ObjectNode item = related.withKeys(call, fields);
        parts.specials().completeNew(call, item);
        Row row = Row.of(call.collection(), item);
        if (Obligations.areIn(grants)) {
            faults.addAll(Obligations.ofGrants(grants, row.wholeNew()));
            Obligations.refuse(faults);
        }
        return row;
    }

    private void remember(WriteCall call, List<ObjectNode> sent, List<Row> rows, List<JsonNode> keys) {
        List<Change> changes = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode whole = null;
            if (ItemChanges.keepsItems(call)) {
                whole = rows.get(i).wholeNew();
                whole.set(call.collection().key().name(), keys.get(i));
            }
            changes.add(ItemChanges.change(call, "create", keys.get(i), whole, sent.get(i)));
        }
        parts.changes().remember(call, changes);
    }
}
