package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The text begins or ends with another one, or doesn't. */
final class AffixCheck implements Check {

    private final String affix;
    private final boolean atEnd;
    private final boolean ignoreCase;
    private final boolean wanted;
    private final List<Failure> failure;

    AffixCheck(Operator operator, String affix) {
        String type = operator.key().substring(1);
        this.affix = affix;
        this.atEnd = type.endsWith("ends_with");
        this.ignoreCase = operator.ignoresCase();
        this.wanted = !operator.isNegated();
        this.failure = List.of(new Failure(type, "", "substring", TextNode.valueOf(affix)));
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        if (!value.isTextual()) {
            return REQUIRED;
        }
        String text = value.textValue();
        if (text.isEmpty()) {
            throw new FilterException("A text operator can't be applied to the empty text.");
        }
        int from = atEnd ? text.length() - affix.length() : 0;
        return text.regionMatches(ignoreCase, from, affix, 0, affix.length()) == wanted ? PASSED : failure;
    }
}
