package io.dataflows.engine.filter;

import java.util.function.IntPredicate;

/** The groups of a JavaScript pattern. */
final class PatternGroups {

    private final String pattern;

    private PatternGroups(String pattern) {
        this.pattern = pattern;
    }

    /** How many groups can be referred to by a number. */
    static int count(String pattern) {
        PatternGroups groups = new PatternGroups(pattern);
        return groups.count(groups::isCapturing);
    }

    /** Whether one begins as no JavaScript group does, for example {@code (?i)}. */
    static boolean anyForeign(String pattern) {
        PatternGroups groups = new PatternGroups(pattern);
        return groups.count(groups::isForeign) > 0;
    }

    private int count(IntPredicate wanted) {
        int count = 0;
        boolean inClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(' && wanted.test(at)) {
                count++;
            }
        }
        return count;
    }

    private boolean isCapturing(int at) {
        boolean named = pattern.startsWith("(?<", at) && !lookBehind(at);
        return named || !pattern.startsWith("(?", at);
    }

    private boolean isForeign(int at) {
        char kind = at + 2 < pattern.length() ? pattern.charAt(at + 2) : ' ';
        return pattern.startsWith("(?", at) && ":=!<".indexOf(kind) < 0;
    }

    private boolean lookBehind(int at) {
        return pattern.startsWith("(?<=", at) || pattern.startsWith("(?<!", at);
    }
}
