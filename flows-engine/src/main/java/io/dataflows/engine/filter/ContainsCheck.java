package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;

/** The text, or a text of the list, contains another one, or doesn't. */
final class ContainsCheck implements Check {

    private final String sought;
    private final boolean ignoreCase;
    private final boolean wanted;
    private final List<Failure> failure;

    ContainsCheck(Operator operator, String part) {
        this.ignoreCase = operator == Operator.ICONTAINS;
        this.sought = ignoreCase ? part.toLowerCase(Locale.ROOT) : part;
        this.wanted = operator != Operator.NCONTAINS;
        String tail = wanted ? "Value has to contain \"" : "Value can't contain \"";
        this.failure = List.of(new Failure(
                wanted ? "contains" : "ncontains", tail + part + "\".", "substring", TextNode.valueOf(part)));
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            return contains(value.textValue()) == wanted ? PASSED : failure;
        }
        return value.isArray() && anyContains(value) == wanted ? PASSED : INAPPLICABLE;
    }

    private boolean anyContains(JsonNode list) {
        for (JsonNode element : list) {
            if (element.isTextual() && !element.textValue().isEmpty() && contains(element.textValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(String text) {
        return ignoreCase ? Subtext.isIn(text.toLowerCase(Locale.ROOT), sought) : Subtext.isIn(text, sought);
    }
}
