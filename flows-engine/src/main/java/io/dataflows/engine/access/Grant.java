package io.dataflows.engine.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.Filter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One permission, ready to be applied: its variables are replaced.
 *
 * @param fields those that may be seen or set; {@code *} means all
 * @param items which items it is for; null means all
 * @param validation what an item has to be like that is written by it; null means anything
 * @param presets what a written item has where nothing is given
 */
public record Grant(Set<String> fields, @Nullable Filter items, @Nullable Filter validation, ObjectNode presets) {

    public static final String ALL_FIELDS = "*";

    public Grant {
        fields = Set.copyOf(fields);
    }

    public boolean includes(String field) {
        return fields.contains(ALL_FIELDS) || fields.contains(field);
    }
}
