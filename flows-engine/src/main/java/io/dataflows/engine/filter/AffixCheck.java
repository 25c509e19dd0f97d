package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The text begins or ends with another one, or doesn't. */
final class AffixCheck implements Check {

    private static final String PATTERN_SIGNS = "$()*+./?[\\]^{|}";

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
        this.failure = List.of(new Failure(type, "", "substring", TextNode.valueOf(escaped(affix))));
    }

    /** Clients of the recorded product find the text there as it stands in a pattern. */
    private static String escaped(String affix) {
        StringBuilder escaped = new StringBuilder(affix.length());
        affix.chars().forEach(c -> escaped.append(PATTERN_SIGNS.indexOf(c) < 0 ? "" : "\\")
                .append((char) c));
        return escaped.toString();
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        if (!value.isTextual()) {
            return REQUIRED;
        }
        String text = value.textValue();
        if (text.isEmpty()) {
            return INAPPLICABLE;
        }
        int from = atEnd ? text.length() - affix.length() : 0;
        boolean found = ignoreCase ? FoldedCase.isAt(text, from, affix) : text.startsWith(affix, from);
        return found == wanted ? PASSED : failure;
    }
}
