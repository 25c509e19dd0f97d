package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.query.SortKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters of a list call; unknown ones are passed over. */
public final class ListQueryParser {
    private static final List<String> META = List.of(ListQuery.TOTAL_COUNT, ListQuery.FILTER_COUNT);
    private static final List<String> EXPORTS = List.of("csv", "csv_utf8", "json", "xml", "yaml");
    private static final Set<String> KNOWN = Set.of(
            "fields",
            "filter",
            "search",
            "sort",
            "limit",
            "offset",
            "page",
            "meta",
            "aggregate",
            "groupBy",
            "deep",
            "alias",
            "export");

    private final int defaultLimit;
    private final int maxLimit;

    /** @param maxLimit -1 means no bound */
    public ListQueryParser(int defaultLimit, int maxLimit) {
        this.defaultLimit = defaultLimit;
        this.maxLimit = maxLimit;
    }

    public static boolean knows(String parameter) {
        return KNOWN.contains(parameter);
    }

    /** Whether any parameter is one that this parser reads. */
    public static boolean knowsAnyOf(ObjectNode parameters) {
        for (String name : KNOWN) {
            if (parameters.has(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param parameters texts, lists and objects, as a query string or a JSON body gives them
     * @throws io.dataflows.model.error.FlowsException INVALID_QUERY
     */
    public ListQuery parse(ObjectNode parameters) {
        return parse(parameters, "");
    }

    private ListQuery parse(ObjectNode parameters, String prefix) {
        List<String> fields = Parameters.texts(parameters.get(prefix + "fields"));
        return new ListQuery(
                fields.isEmpty() ? List.of("*") : fields,
                alias(Parameters.object(parameters, prefix + "alias", "alias")),
                Parameters.object(parameters, prefix + "filter", "filter"),
                Parameters.text(parameters.get(prefix + "search")),
                Parameters.texts(parameters.get(prefix + "sort")).stream()
                        .map(SortKey::of)
                        .toList(),
                paging(parameters, prefix),
                meta(parameters.get(prefix + "meta")),
                aggregate(Parameters.object(parameters, prefix + "aggregate", "aggregate")),
                Parameters.texts(parameters.get(prefix + "groupBy")),
                deep(parameters, prefix),
                export(Parameters.text(parameters.get(prefix + "export"))));
    }

    private Paging paging(ObjectNode parameters, String prefix) {
        Long limit = Parameters.number(parameters.get(prefix + "limit"), "limit", -1);
        Long offset = Parameters.number(parameters.get(prefix + "offset"), "offset", 0);
        Long page = Parameters.number(parameters.get(prefix + "page"), "page", 0);
        int rows = bounded(limit == null ? defaultLimit : (int) Math.min(limit, Integer.MAX_VALUE));
        if (page != null && page > 0 && rows > 0) {
            return new Paging(rows, Math.min(page - 1, Integer.MAX_VALUE) * rows);
        }
        return new Paging(rows, offset == null ? 0 : offset);
    }

    private int bounded(int limit) {
        if (maxLimit < 0) {
            return limit;
        }
        return limit < 0 ? maxLimit : Math.min(limit, maxLimit);
    }

    private static List<String> meta(@Nullable JsonNode value) {
        List<String> names = Parameters.texts(value);
        if (names.contains("*")) {
            return META;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!META.contains(names.get(i))) {
                throw Refusals.invalidQuery("\"meta[" + i + "]\" must be one of [total_count, filter_count]");
            }
        }
        return names;
    }

    private static Map<String, List<String>> aggregate(@Nullable ObjectNode functions) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (functions != null) {
            functions.properties().forEach(member -> fields.put(member.getKey(), Parameters.texts(member.getValue())));
        }
        return fields;
    }

    private static Map<String, String> alias(@Nullable ObjectNode names) {
        Map<String, String> alias = new LinkedHashMap<>();
        if (names != null) {
            names.properties().forEach(member -> alias.put(member.getKey(), fieldName(member)));
        }
        return alias;
    }

    private static String fieldName(Map.Entry<String, JsonNode> alias) {
        String name = Parameters.text(alias.getValue());
        if (name == null) {
            throw Refusals.invalidQuery("\"alias." + alias.getKey() + "\" must be a string");
        }
        return name;
    }

    private Map<String, ListQuery> deep(ObjectNode parameters, String prefix) {
        ObjectNode relations = prefix.isEmpty() ? Parameters.object(parameters, "deep", "deep") : nested(parameters);
        Map<String, ListQuery> queries = new LinkedHashMap<>();
        if (relations != null) {
            relations.properties().forEach(member -> {
                if (member.getValue() instanceof ObjectNode query) {
                    queries.put(member.getKey(), parse(query, "_"));
                }
            });
        }
        return queries;
    }

    private static ObjectNode nested(ObjectNode parameters) {
        ObjectNode relations = parameters.objectNode();
        List<Map.Entry<String, JsonNode>> members = new ArrayList<>(parameters.properties());
        members.removeIf(member -> member.getKey().startsWith("_"));
        members.forEach(member -> relations.set(member.getKey(), member.getValue()));
        return relations;
    }

    private static @Nullable String export(@Nullable String format) {
        if (format != null && !EXPORTS.contains(format)) {
            throw Refusals.invalidQuery("\"export\" must be one of [csv, csv_utf8, json, xml, yaml]");
        }
        return format;
    }
}
