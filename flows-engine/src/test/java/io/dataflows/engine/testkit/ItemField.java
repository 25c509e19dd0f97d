package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import java.util.EnumSet;
import java.util.Set;

/**
 * A field of a collection in memory.
 *
 * @param initial its value in a new item that names none
 * @param length most characters of a text; -1 means no bound
 */
public record ItemField(Field field, Set<Rule> rules, JsonNode initial, int length) {

    /** What a field's value must be. */
    public enum Rule {
        /** A new item needs a value: telling the caller so is the collection's task. */
        REQUIRED,
        /** The table refuses null. */
        NOT_NULL,
        UNIQUE
    }

    public static ItemField of(String name, FieldType type) {
        return of(Field.of(name, type));
    }

    public static ItemField of(Field field) {
        return new ItemField(field, Set.of(), NullNode.getInstance(), -1);
    }

    public ItemField with(Rule rule) {
        Set<Rule> more = EnumSet.of(rule);
        more.addAll(rules);
        return new ItemField(field, Set.copyOf(more), initial, length);
    }

    public ItemField startingAs(JsonNode value) {
        return new ItemField(field, rules, value, length);
    }

    public ItemField startingAs(String value) {
        return startingAs(TextNode.valueOf(value));
    }

    public ItemField upTo(int characters) {
        return new ItemField(field, rules, initial, characters);
    }

    String name() {
        return field.name();
    }

    boolean is(Rule rule) {
        return rules.contains(rule);
    }
}
