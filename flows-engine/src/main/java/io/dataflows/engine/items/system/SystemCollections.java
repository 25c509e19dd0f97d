package io.dataflows.engine.items.system;

import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.RelationSchema;
import java.util.List;
import java.util.stream.Stream;

/** All collections that belong to the platform itself. */
public final class SystemCollections {

    private SystemCollections() {}

    /** With the names of tables and columns as the migrations, which quote none, made them in this database. */
    public static List<CollectionSchema> collections(Dialect dialect) {
        return dialect == Dialect.H2
                ? collections().stream().map(UpperCaseNames::of).toList()
                : collections();
    }

    public static List<CollectionSchema> collections() {
        return Stream.<List<CollectionSchema>>of(PeopleCollections.collections())
                .flatMap(List::stream)
                .toList();
    }

    public static List<RelationSchema> relations() {
        return Stream.<List<RelationSchema>>of(PeopleCollections.relations())
                .flatMap(List::stream)
                .toList();
    }
}
