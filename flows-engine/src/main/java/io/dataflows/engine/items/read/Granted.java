package io.dataflows.engine.items.read;

import io.dataflows.engine.access.Rights;
import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.engine.items.sql.Hop;
import io.dataflows.engine.items.sql.SchemaReader;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.List;
import java.util.Optional;

/** Finds what queries name among what may be read; anything else is refused, whether it is there or not. */
record Granted(SchemaReader schema, Rights rights) {
    CollectionSchema collection(String name) {
        return schema.schema()
                .collection(name)
                .filter(found -> rights.allows(name, Action.READ))
                .orElseThrow(() -> Refusals.forbiddenCollection(name));
    }

    Optional<CollectionSchema> target(Hop hop) {
        return schema.target(hop).filter(found -> rights.allows(found.name(), Action.READ));
    }

    List<FieldSchema> fields(CollectionSchema collection) {
        return collection.fields().stream()
                .filter(field -> isGranted(collection, field))
                .toList();
    }

    /** @param written how the query names it */
    FieldSchema field(CollectionSchema collection, String name, String written) {
        return collection
                .field(name)
                .filter(field -> isGranted(collection, field))
                .orElseThrow(() -> Refusals.forbiddenField(written, collection.name()));
    }

    /** A field whose value may decide what an answer holds. */
    FieldSchema open(CollectionSchema collection, String name) {
        FieldSchema field = field(collection, FieldCall.of(name).field(), name);
        if (field.isConcealed()) {
            throw Refusals.forbiddenField(name, collection.name());
        }
        return field;
    }

    /** A field, or a function that fits its field. */
    FieldSchema readable(CollectionSchema collection, String written) {
        FieldCall call = FieldCall.of(written);
        open(collection, written);
        if (call.isCount()) {
            schema.toMany(collection, call.field()).ifPresent(relation -> collection(relation.many()));
        }
        return schema.read(collection, call).orElseThrow(() -> Refusals.forbiddenField(written, collection.name()));
    }

    private boolean isGranted(CollectionSchema collection, FieldSchema field) {
        return rights.allows(collection.name(), Action.READ, field.name());
    }
}
