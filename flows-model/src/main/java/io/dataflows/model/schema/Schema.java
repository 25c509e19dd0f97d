package io.dataflows.model.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All collections and relations as they were at one moment. */
public final class Schema {

    private final Map<String, CollectionSchema> collections;
    private final List<RelationSchema> relations;
    private final Map<Place, RelationSchema> toOne = new HashMap<>();
    private final Map<Place, RelationSchema> toMany = new HashMap<>();

    public Schema(List<CollectionSchema> collections, List<RelationSchema> relations) {
        Map<String, CollectionSchema> byName = new LinkedHashMap<>();
        collections.forEach(collection -> byName.put(collection.name(), collection));
        this.collections = Collections.unmodifiableMap(byName);
        this.relations = List.copyOf(relations);
        for (RelationSchema relation : relations) {
            toOne.put(new Place(relation.many(), relation.manyField()), relation);
            String alias = relation.oneField();
            if (alias != null) {
                toMany.put(new Place(relation.one(), alias), relation);
            }
        }
    }

    public Optional<CollectionSchema> collection(String name) {
        return Optional.ofNullable(collections.get(name));
    }

    /** In the order of their definition. */
    public List<CollectionSchema> collections() {
        return List.copyOf(collections.values());
    }

    public List<RelationSchema> relations() {
        return relations;
    }

    /** The relation in which this field holds the key of one item. */
    public Optional<RelationSchema> toOne(String collection, String field) {
        return Optional.ofNullable(toOne.get(new Place(collection, field)));
    }

    /** The relation in which this alias field lists the items that lead here. */
    public Optional<RelationSchema> toMany(String collection, String field) {
        return Optional.ofNullable(toMany.get(new Place(collection, field)));
    }

    private record Place(String collection, String field) {}
}
