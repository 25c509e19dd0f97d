package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.SortKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sums rows up, in groups or all together. */
final class Aggregation {
    private Aggregation() {}

    static ArrayNode of(ListQuery query, Collection collection, List<ObjectNode> rows) {
        check(query, collection);
        List<ObjectNode> sums = new ArrayList<>();
        groups(query.groupBy(), rows).forEach((group, members) -> sums.add(sum(query, group, members)));
        query.sort().stream()
                .map(Aggregation::order)
                .reduce(Comparator::thenComparing)
                .ifPresent(sums::sort);
        ArrayNode answer = JsonNodeFactory.instance.arrayNode();
        return answer.addAll(query.paging().of(sums));
    }

    private static void check(ListQuery query, Collection collection) {
        Predicate<String> unknown =
                name -> !name.equals("*") && collection.field(name).isEmpty();
        Stream<String> aggregated = query.aggregate().values().stream().flatMap(List::stream);
        Stream.concat(aggregated, query.groupBy().stream())
                .filter(unknown)
                .findFirst()
                .ifPresent(name -> {
                    throw Refusals.forbiddenField(name, collection.name());
                });
        for (SortKey key : query.sort()) {
            if (!query.groupBy().contains(key.field())) {
                throw Refusals.invalidQuery("\"sort\" must name fields of \"groupBy\" where rows are summed up");
            }
        }
    }

    private static Comparator<ObjectNode> order(SortKey key) {
        Comparator<ObjectNode> order = Comparator.comparing(row -> row.path(key.field()), RowOrder::compare);
        return key.descending() ? order.reversed() : order;
    }

    private static Map<List<JsonNode>, List<ObjectNode>> groups(List<String> fields, List<ObjectNode> rows) {
        Map<List<JsonNode>, List<ObjectNode>> groups = new LinkedHashMap<>();
        if (fields.isEmpty()) {
            groups.put(List.of(), rows);
            return groups;
        }
        for (ObjectNode row : rows) {
            List<JsonNode> group = fields.stream().<JsonNode>map(row::path).toList();
            groups.computeIfAbsent(group, none -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private static ObjectNode sum(ListQuery query, List<JsonNode> group, List<ObjectNode> rows) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < group.size(); i++) {
            answer.set(query.groupBy().get(i), group.get(i));
        }
        query.aggregate().forEach((function, fields) -> {
            if (function.equals("count") && fields.contains("*")) {
                answer.put(function, rows.size());
            } else {
                ObjectNode sums = JsonNodeFactory.instance.objectNode();
                fields.forEach(field -> apply(function, field, rows, sums));
                if (!sums.isEmpty()) {
                    answer.set(function, sums);
                }
            }
        });
        return answer;
    }

    private static void apply(String function, String field, List<ObjectNode> rows, ObjectNode sums) {
        List<JsonNode> values = rows.stream()
                .map(row -> row.path(field))
                .filter(value -> !value.isNull() && !value.isMissingNode())
                .toList();
        List<JsonNode> distinct = values.stream().distinct().toList();
        switch (function) {
            case "count" -> sums.put(field, values.size());
            case "countDistinct" -> sums.put(field, distinct.size());
            case "min" -> sums.set(field, values.stream().min(RowOrder::compare).orElse(NullNode.getInstance()));
            case "max" -> sums.set(field, values.stream().max(RowOrder::compare).orElse(NullNode.getInstance()));
            case "sum" -> sums.set(field, total(values));
            case "sumDistinct" -> sums.set(field, total(distinct));
            case "avg" -> sums.set(field, average(values));
            case "avgDistinct" -> sums.set(field, average(distinct));
            default -> {
                // As recorded: a function that nobody knows adds nothing.
            }
        }
    }

    private static JsonNode total(List<JsonNode> values) {
        List<BigDecimal> numbers = numbers(values);
        return numbers.isEmpty()
                ? NullNode.getInstance()
                : JsonNodeFactory.instance.numberNode(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static JsonNode average(List<JsonNode> values) {
        List<BigDecimal> numbers = numbers(values);
        return numbers.isEmpty()
                ? NullNode.getInstance()
                : JsonNodeFactory.instance.numberNode(numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64));
    }

    private static List<BigDecimal> numbers(List<JsonNode> values) {
        return values.stream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }
}
