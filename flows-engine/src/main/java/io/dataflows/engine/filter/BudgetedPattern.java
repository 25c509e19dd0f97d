package io.dataflows.engine.filter;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern for Java's backtracking matcher, which may read so many characters and no more. */
final class BudgetedPattern implements TextPattern {

    private static final Pattern NEEDED = Pattern.compile("\\(\\?(?:[=!]|<[=!])|\\\\(?:[1-9]|k<)");

    private final Pattern pattern;

    private BudgetedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Whether a pattern looks around or refers back. */
    static boolean isNeeded(String javaScript) {
        return NEEDED.matcher(javaScript).find();
    }

    static TextPattern of(String javaScript, String translated) {
        try {
            return new BudgetedPattern(Pattern.compile(translated));
        } catch (PatternSyntaxException unreadable) {
            throw TextPattern.invalid(javaScript, unreadable.getDescription());
        }
    }

    @Override
    public boolean isFoundIn(String text) {
        try {
            return pattern.matcher(new BudgetedText(CodeUnits.of(text))).find();
        } catch (StackOverflowError tooDeep) {
            // The matcher recurses for each repetition; nothing is left half done when it runs out of stack.
            throw BudgetedText.exhausted();
        }
    }
}
