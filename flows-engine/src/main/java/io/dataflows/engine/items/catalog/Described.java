package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.Special;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is kept about collections beside their tables. */
record Described(List<OfCollection> collections, List<OfField> fields, List<OfRelation> relations) {

    Described {
        collections = List.copyOf(collections);
        fields = List.copyOf(fields);
        relations = List.copyOf(relations);
    }

    Optional<OfCollection> collection(String name) {
        return collections.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    List<OfField> fields(String collection) {
        return fields.stream()
                .filter(known -> known.collection().equals(collection))
                .toList();
    }

    Optional<OfField> field(String collection, String field) {
        return fields(collection).stream()
                .filter(known -> known.field().equals(field))
                .findFirst();
    }

    Optional<OfRelation> relation(String collection, String field) {
        return relations.stream().filter(known -> known.isAt(collection, field)).findFirst();
    }

    /** @param meta what was given; what wasn't is as {@link Meta} says */
    record OfCollection(String name, ObjectNode meta) {}

    /** @param type null where the column tells */
    record OfField(
            long id,
            String collection,
            String field,
            @Nullable FieldType type,
            Set<Special> specials,
            List<String> specialTexts,
            ObjectNode meta) {}

    /** @param oneField the alias field that lists the many, or null */
    record OfRelation(long id, String many, String manyField, String one, @Nullable String oneField, ObjectNode meta) {

        boolean isAt(String collection, String field) {
            return many.equals(collection) && manyField.equals(field);
        }
    }
}
