package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Where a filter looks its fields up. */
interface Source {

    @Nullable
    JsonNode member(String name);

    /** The value itself, for tests without a field; null where only members can be tested. */
    default @Nullable JsonNode whole() {
        return null;
    }

    static Source of(JsonNode value) {
        return new Source() {
            @Override
            public @Nullable JsonNode member(String name) {
                return value.isObject() ? value.get(name) : null;
            }

            @Override
            public JsonNode whole() {
                return value;
            }
        };
    }
}
