package io.dataflows.engine.listing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the filter of a list call into a test of rows; relations are followed, fields and operators checked. */
final class RowFilter {
    private static final String SOME = "_some";
    private static final String NONE = "_none";

    private final Rows rows;
    private final FieldTest fieldTest;
    private final int maxDepth;

    RowFilter(Rows rows, FieldTest fieldTest, int maxDepth) {
        this.rows = rows;
        this.fieldTest = fieldTest;
        this.maxDepth = maxDepth;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_QUERY or FORBIDDEN */
    Predicate<ObjectNode> compile(@Nullable ObjectNode filter, Collection collection) {
        return filter == null ? row -> true : all(filter, collection, maxDepth);
    }

    private Predicate<ObjectNode> all(JsonNode filter, Collection collection, int depth) {
        if (depth < 0) {
            throw Refusals.invalidQuery("Max relational depth exceeded");
        }
        Predicate<ObjectNode> all = row -> true;
        for (Map.Entry<String, JsonNode> member : filter.properties()) {
            all = all.and(member(member.getKey(), member.getValue(), collection, depth));
        }
        return all;
    }

    private Predicate<ObjectNode> member(String name, JsonNode rule, Collection collection, int depth) {
        if (name.equals("_and")) {
            return each(rule, collection, depth).stream().reduce(row -> true, Predicate::and);
        }
        if (name.equals("_or")) {
            List<Predicate<ObjectNode>> any = each(rule, collection, depth);
            return any.isEmpty() ? row -> true : row -> any.stream().anyMatch(test -> test.test(row));
        }
        return field(name, rule, collection, depth);
    }

    private List<Predicate<ObjectNode>> each(JsonNode rules, Collection collection, int depth) {
        List<Predicate<ObjectNode>> tests = new ArrayList<>();
        rules.forEach(rule -> tests.add(all(rule, collection, depth)));
        return tests;
    }

    private Predicate<ObjectNode> field(String name, JsonNode rule, Collection collection, int depth) {
        Field field = collection
                .field(FieldTest.fieldOf(name))
                .orElseThrow(() -> Refusals.forbiddenField(name, collection.name()));
        Optional<Collection> target = Optional.ofNullable(field.target()).map(rows::collection);
        if (target.isEmpty() || !rule.isObject() || name.indexOf('(') >= 0) {
            return fieldTest.of(name, field, operators(rule));
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode into = JsonNodeFactory.instance.objectNode();
        rule.properties().forEach(member -> (isOwn(member.getKey(), field) ? own : into)
                .set(member.getKey(), member.getValue()));
        Predicate<ObjectNode> test = own.isEmpty() ? row -> true : fieldTest.of(name, field, own);
        for (Map.Entry<String, JsonNode> member : into.properties()) {
            test = test.and(related(member, field, target.get(), depth - 1));
        }
        return test;
    }

    private static boolean isOwn(String member, Field field) {
        boolean operator = member.startsWith("_") && !member.equals("_and") && !member.equals("_or");
        return operator && !(field.isMany() && (member.equals(SOME) || member.equals(NONE)));
    }

    private Predicate<ObjectNode> related(Map.Entry<String, JsonNode> rule, Field field, Collection target, int depth) {
        boolean quantified = rule.getKey().equals(SOME) || rule.getKey().equals(NONE);
        ObjectNode single = JsonNodeFactory.instance.objectNode();
        JsonNode inner = quantified ? rule.getValue() : single.set(rule.getKey(), rule.getValue());
        Predicate<ObjectNode> test = all(inner, target, depth);
        boolean wanted = !rule.getKey().equals(NONE);
        return row -> relatedRows(row, field, target).stream().anyMatch(test) == wanted;
    }

    private List<ObjectNode> relatedRows(ObjectNode row, Field field, Collection target) {
        JsonNode ids = row.path(field.name());
        List<ObjectNode> found = new ArrayList<>();
        if (ids.isArray()) {
            ids.forEach(id -> rows.find(target.name(), id.asText()).ifPresent(found::add));
        } else if (ids.isTextual()) {
            rows.find(target.name(), ids.textValue()).ifPresent(found::add);
        }
        return found;
    }

    private static ObjectNode operators(JsonNode rule) {
        return rule instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode().set("_eq", rule);
    }
}
