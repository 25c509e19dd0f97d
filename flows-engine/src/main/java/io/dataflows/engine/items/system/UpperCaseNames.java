package io.dataflows.engine.items.system;

import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.Locale;

/** A collection whose table was made without quotes by a database that writes such names in upper case. */
final class UpperCaseNames {

    private UpperCaseNames() {}

    static CollectionSchema of(CollectionSchema collection) {
        return new CollectionSchema(
                collection.name(),
                collection.table().toUpperCase(Locale.ROOT),
                collection.key().name(),
                collection.fields().stream().map(UpperCaseNames::of).toList(),
                collection.isSingleton(),
                collection.tracking(),
                collection.meta());
    }

    private static FieldSchema of(FieldSchema field) {
        String column = field.column();
        return column == null ? field : field.onColumn(column.toUpperCase(Locale.ROOT));
    }
}
