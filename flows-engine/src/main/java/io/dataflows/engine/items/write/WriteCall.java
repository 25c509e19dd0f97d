package io.dataflows.engine.items.write;

import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.Schema;
import java.sql.Connection;
import java.util.List;
import org.jooq.DSLContext;

/**
 * What one write goes by: whose it is, where, and on which connection.
 *
 * @param depth how many relations lead from the item that was sent to these items
 */
record WriteCall(
        ItemScope scope,
        CollectionSchema collection,
        Schema schema,
        Rights rights,
        Connection connection,
        Dialect dialect,
        int depth) {

    private static final int DEEPEST = 10;

    /** The same call for the items of a related collection. */
    WriteCall on(String related) {
        if (depth == DEEPEST) {
            throw Refusals.invalidPayload("Items within items go down to " + DEEPEST + " levels");
        }
        CollectionSchema other = schema.collection(related).orElseThrow(() -> Refusals.forbiddenCollection(related));
        return to(other, depth + 1);
    }

    /** The same call for items that change because these do: nobody sent them. */
    WriteCall along(CollectionSchema other) {
        return to(other, depth);
    }

    private WriteCall to(CollectionSchema other, int atDepth) {
        ItemScope there = new ItemScope(scope.authority(), other.name(), scope.emitEvents(), scope.cause());
        return new WriteCall(there, other, schema, rights, connection, dialect, atDepth);
    }

    DSLContext dsl() {
        return Tables.dsl(connection, dialect);
    }

    String name() {
        return collection.name();
    }

    boolean isUnrestricted() {
        return rights.isUnrestricted();
    }

    /** What allows the action; nothing where everything is allowed anyway. */
    List<Grant> grants(Action action) {
        return isUnrestricted() ? List.of() : rights.on(name(), action);
    }
}
