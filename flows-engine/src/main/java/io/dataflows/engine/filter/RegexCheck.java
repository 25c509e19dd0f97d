package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A pattern is found somewhere in the text. */
final class RegexCheck implements Check {

    private final TextPattern pattern;

    /** @throws FilterException when the operand is no pattern */
    RegexCheck(JsonNode operand) {
        this.pattern = TextPattern.of(unwrap(Operands.text(operand)));
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        if (!value.isTextual()) {
            return REQUIRED;
        }
        if (pattern.isFoundIn(value.textValue())) {
            return PASSED;
        }
        return List.of(new Failure("regex", "Value doesn't have the correct format.", "invalid", value));
    }

    private static String unwrap(String text) {
        boolean wrapped = text.startsWith("/") && text.endsWith("/");
        return wrapped ? text.substring(1, Math.max(1, text.length() - 1)) : text;
    }
}
