package io.dataflows.model.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action on one collection that a policy allows, as it is stored.
 *
 * @param items JSON of the filter that chooses the items; null means all
 * @param validation JSON of the filter that written items have to pass, or null
 * @param presets JSON of what written items have where nothing is given, or null
 * @param fields {@code *} for all
 */
public record Permission(
        long id,
        UUID policy,
        String collection,
        String action,
        @Nullable String items,
        @Nullable String validation,
        @Nullable String presets,
        Set<String> fields) {

    public Permission {
        fields = Set.copyOf(fields);
    }
}
