package io.dataflows.engine.items.sql;

import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.Schema;
import java.util.Optional;

/** Finds what queries name: fields, functions of them, and where they lead. */
public record SchemaReader(Schema schema) {
    public Optional<Hop> leading(CollectionSchema collection, String field) {
        Optional<Hop> one = schema.toOne(collection.name(), field).map(relation -> new Hop(relation, false));
        return one.isPresent() ? one : toMany(collection, field).map(relation -> new Hop(relation, true));
    }

    public Optional<RelationSchema> toMany(CollectionSchema collection, String field) {
        return schema.toMany(collection.name(), field);
    }

    public Optional<CollectionSchema> target(Hop hop) {
        return schema.collection(hop.target());
    }

    /** The field; for a function of one, what the function gives. Nothing where the function doesn't fit. */
    public Optional<FieldSchema> read(CollectionSchema collection, FieldCall call) {
        Optional<FieldSchema> field = collection.field(call.field());
        String function = call.function();
        if (function == null) {
            return field.filter(found -> !found.isAlias());
        }
        return field.filter(found -> fits(function, collection, found))
                .map(found -> FieldSchema.of(call.shown(), FieldType.INTEGER, ColumnType.INTEGER));
    }

    /** Whether there is such a function at all. */
    public static boolean isFunction(String function) {
        return function.equals("count") || DateParts.exist(function);
    }

    private boolean fits(String function, CollectionSchema collection, FieldSchema field) {
        if (!function.equals("count")) {
            return DateParts.fit(function, field);
        }
        return field.isAlias()
                ? toMany(collection, field.name()).isPresent()
                : field.type() == FieldType.JSON || field.type() == FieldType.CSV;
    }
}
