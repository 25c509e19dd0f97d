package io.dataflows.engine.items.system;

import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.RelationSchema;
import java.util.List;
import java.util.stream.Stream;

/** All collections that belong to the platform itself. */
public final class SystemCollections {

    private SystemCollections() {}

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
