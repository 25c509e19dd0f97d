package io.dataflows.engine.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterException;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.engine.json.Json;
import io.dataflows.model.access.Permission;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A permission, read once: its variables stand in it still. */
record StoredGrant(Grant grant, boolean dynamic) {

    /** @throws IllegalArgumentException when a filter or the presets can't be read */
    static StoredGrant of(Permission permission) {
        return of(
                permission.fields(),
                json("permissions", permission.items()),
                json("validation", permission.validation()),
                json("presets", permission.presets()));
    }

    static StoredGrant of(Set<String> fields, JsonNode items, JsonNode validation, JsonNode presets) {
        Filter chosen = filter("permissions", items);
        Filter valid = filter("validation", validation);
        boolean dynamic = isDynamic(chosen) || isDynamic(valid) || DynamicVariables.isDynamic(presets);
        return new StoredGrant(new Grant(fields, chosen, valid, object(presets)), dynamic);
    }

    /** What it means for one caller at one moment. */
    Grant resolve(DynamicVariables variables) {
        return dynamic
                ? new Grant(
                        grant.fields(),
                        resolved(grant.items(), variables),
                        resolved(grant.validation(), variables),
                        (ObjectNode) variables.resolveInside(grant.presets()))
                : grant;
    }

    /**
     * The filter; null where it lets everything pass.
     *
     * @throws IllegalArgumentException when it can't be read, or names an operator that doesn't exist
     */
    static @Nullable Filter filter(String member, JsonNode json) {
        if (!json.isNull() && !json.isObject()) {
            throw new IllegalArgumentException("\"" + member + "\" must be an object");
        }
        try {
            Filter filter = FilterParser.parseQuery(json);
            refuseUnknown(member, filter);
            return filter instanceof Filter.Nothing ? null : filter;
        } catch (FilterException broken) {
            throw new IllegalArgumentException("\"" + member + "\" can't be read: " + broken.getMessage(), broken);
        }
    }

    private static void refuseUnknown(String member, @Nullable Filter filter) {
        Set<String> unknown = new TreeSet<>();
        if (filter != null) {
            filter.collectUnknownOperators(unknown);
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("\"" + member + "\" has an operator that doesn't exist: " + unknown);
        }
    }

    static ObjectNode object(JsonNode presets) {
        if (presets.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (presets instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("\"presets\" must be an object");
    }

    private static JsonNode json(String member, @Nullable String text) {
        try {
            return text == null ? JsonNodeFactory.instance.nullNode() : Json.readStored(text);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("\"" + member + "\" is no JSON", noJson);
        }
    }

    private static boolean isDynamic(@Nullable Filter filter) {
        return filter != null && filter.isDynamic();
    }

    private static @Nullable Filter resolved(@Nullable Filter filter, DynamicVariables variables) {
        return filter == null ? null : filter.resolve(variables);
    }
}
