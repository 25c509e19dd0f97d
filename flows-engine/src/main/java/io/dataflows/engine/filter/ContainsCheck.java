package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The text, or a text of the list, contains another one, or doesn't. */
final class ContainsCheck implements Check {

    private final String part;
    private final boolean ignoreCase;
    private final boolean wanted;
    private final List<Failure> failure;

    ContainsCheck(Operator operator, String part) {
        this.part = part;
        this.ignoreCase = operator == Operator.ICONTAINS;
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
        if (!ignoreCase) {
            return text.contains(part);
        }
        for (int at = 0; at <= text.length() - part.length(); at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
