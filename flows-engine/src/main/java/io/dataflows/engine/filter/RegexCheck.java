package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;

/**
 * The pattern is found somewhere in the text. The matcher takes time in proportion to the text, whatever the pattern, so
 * that no flow can hang the server.
 */
final class RegexCheck implements Check {

    private final Pattern pattern;

    /** @throws FilterException when the operand is no pattern */
    RegexCheck(JsonNode operand) {
        String text = Operands.text(operand);
        try {
            this.pattern = Pattern.compile(JavaScriptPattern.translate(unwrap(text)));
        } catch (PatternSyntaxException unreadable) {
            throw new FilterException(
                    "SyntaxError", "Invalid regular expression: /" + text + "/: " + unreadable.getDescription());
        }
    }

    @Override
    public List<Failure> failures(JsonNode value) {
        if (!value.isTextual()) {
            return REQUIRED;
        }
        if (pattern.matcher(value.textValue()).find()) {
            return PASSED;
        }
        return List.of(new Failure("regex", "Value doesn't have the correct format.", "invalid", value));
    }

    private static String unwrap(String text) {
        boolean wrapped = text.startsWith("/") && text.endsWith("/");
        return wrapped ? text.substring(1, Math.max(1, text.length() - 1)) : text;
    }
}
