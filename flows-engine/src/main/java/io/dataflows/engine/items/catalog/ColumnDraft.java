package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.Special;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field as it is to be.
 *
 * @param column how its column keeps values, or null for an alias
 * @param start what new items have, or null; {@code CURRENT_TIMESTAMP} for dates means the moment
 * @param specials as texts, also those that mean nothing here
 */
record ColumnDraft(
        String name,
        FieldType type,
        @Nullable ColumnType column,
        boolean nullable,
        boolean unique,
        boolean key,
        boolean counting,
        @Nullable Integer length,
        int precision,
        int scale,
        @Nullable JsonNode start,
        List<String> specials,
        ObjectNode meta) {

    ColumnDraft {
        specials = List.copyOf(specials);
    }

    /** The key of a collection for which none was given. */
    static ColumnDraft countingKey() {
        return new ColumnDraft(
                "id",
                FieldType.INTEGER,
                ColumnType.INTEGER,
                false,
                false,
                true,
                true,
                null,
                0,
                0,
                null,
                List.of(),
                Meta.object());
    }

    boolean isAlias() {
        return column == null;
    }

    /** Keys of people are texts, and so are columns that hold them. */
    static boolean holdsPerson(List<String> specials) {
        Set<String> people = Set.of(Special.USER_CREATED.text(), Special.USER_UPDATED.text());
        return specials.stream().anyMatch(people::contains);
    }
}
