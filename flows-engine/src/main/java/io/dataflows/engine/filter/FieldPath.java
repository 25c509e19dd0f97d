package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a test finds its value: names from the outside in, the last of which may be a function of a member. */
final class FieldPath {

    private final List<String> names;
    private final @Nullable FieldFunction function;

    FieldPath(List<String> names) {
        this.names = List.copyOf(names);
        this.function = names.isEmpty() ? null : FieldFunction.of(names.get(names.size() - 1));
    }

    List<String> names() {
        return names;
    }

    /**
     * The value, or null where the data ends before the path does.
     *
     * @throws FilterException when the function can't be applied
     */
    @Nullable
    JsonNode get(Source source) {
        if (names.isEmpty()) {
            return source.whole();
        }
        if (function != null && names.size() == 1) {
            return function.apply(source.member(function.member()));
        }
        JsonNode value = source.member(names.get(0));
        for (int level = 1; level < names.size() && value != null; level++) {
            value = value.isObject() ? step(value, level) : null;
        }
        return value;
    }

    private @Nullable JsonNode step(JsonNode value, int level) {
        boolean last = level == names.size() - 1;
        return last && function != null ? function.apply(value.get(function.member())) : value.get(names.get(level));
    }

    /** The part of the path up to the first name that the data can't follow. */
    List<String> missing(Source source) {
        JsonNode value = source.member(names.get(0));
        int level = 1;
        while (level < names.size() && value != null && value.isObject()) {
            value = value.get(names.get(level));
            level++;
        }
        return names.subList(0, level);
    }
}
