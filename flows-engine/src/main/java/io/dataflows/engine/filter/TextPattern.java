package io.dataflows.engine.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A user's pattern, which must not hang the server whatever it says. */
interface TextPattern {

    /** @throws FilterException when the search takes too long */
    boolean isFoundIn(String text);

    /**
     * RE2 searches in time proportional to the text. What it can't do, back-references and looking around, is left to
     * Java's own matcher, which gets a budget.
     *
     * @throws FilterException when the text is no pattern
     */
    static TextPattern of(String javaScript) {
        String pattern = JavaScriptPattern.translate(javaScript);
        if (!PatternSize.isBearable(pattern)) {
            throw invalid(javaScript, "too many repetitions");
        }
        try {
            Pattern linear = Pattern.compile(pattern);
            return text -> linear.matcher(CodeUnits.of(text)).find();
        } catch (PatternSyntaxException unsupported) {
            if (BudgetedPattern.isNeeded(javaScript)) {
                return BudgetedPattern.of(javaScript, pattern);
            }
            throw invalid(javaScript, unsupported.getDescription());
        }
    }

    static FilterException invalid(String javaScript, String reason) {
        return new FilterException("SyntaxError", "Invalid regular expression: /" + javaScript + "/: " + reason);
    }
}
