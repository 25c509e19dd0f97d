package io.dataflows.model.query;

import java.util.List;
import java.util.Optional;

/**
 * A kind of rows that the API lists.
 *
 * @param name as clients know it, for example {@code directus_flows}
 * @param fields in the order of the answer; each row has an {@code id}
 */
public record Collection(String name, List<Field> fields) {
    public static final String ID = "id";

    public Collection {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
