package io.dataflows.engine.filter;

/** Rewrites a JavaScript pattern in what RE2 and Java have in common, where these say the same thing differently. */
final class JavaScriptPattern {

    private static final String SPACE =
            "\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}" + "\\x{3000}\\x{feff}";
    private static final String LINE_END = "\\n\\r\\x{2028}\\x{2029}";

    /** Letters that mean the same after a backslash in both dialects. */
    private static final String SAME = "bBdDwWtnrfv";

    private final String source;
    private final StringBuilder target = new StringBuilder();
    private int at;
    private boolean inClass;

    private JavaScriptPattern(String source) {
        this.source = source;
    }

    static String translate(String source) {
        JavaScriptPattern pattern = new JavaScriptPattern(source);
        while (pattern.at < source.length()) {
            pattern.take(source.charAt(pattern.at++));
        }
        return pattern.target.toString();
    }

    private void take(char c) {
        if (c == '\\' && at < source.length()) {
            escaped(source.charAt(at++));
        } else if (inClass) {
            inClass = c != ']';
            target.append(c == '[' || c == '&' ? "\\" : "").append(c);
        } else {
            outside(c);
        }
    }

    private void outside(char c) {
        if (c == '.') {
            target.append("[^").append(LINE_END).append(']');
        } else if (c == '[') {
            openClass();
        } else {
            target.append(c == '$' ? "\\z" : String.valueOf(c));
        }
    }

    private void openClass() {
        if (source.startsWith("^]", at)) {
            target.append("(?s:.)");
            at += 2;
        } else if (source.startsWith("]", at)) {
            target.append("[^\\x{0}-\\x{10ffff}]");
            at++;
        } else {
            target.append('[');
            inClass = true;
        }
    }

    private void escaped(char c) {
        switch (c) {
            case 's' -> target.append(inClass ? SPACE : "[" + SPACE + "]");
            case 'S' -> target.append(inClass ? "\\S" : "[^" + SPACE + "]");
            case 'u' -> hexadecimal('u', 4);
            case 'x' -> hexadecimal('x', 2);
            case 'c' -> control();
            case '0' -> target.append("\\x{0}");
            default -> escapedOther(c);
        }
    }

    private void escapedOther(char c) {
        boolean classBackspace = inClass && c == 'b';
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        if (classBackspace) {
            target.append("\\x{8}");
        } else if (letter && SAME.indexOf(c) < 0) {
            target.append(c);
        } else {
            target.append('\\').append(c);
        }
    }

    private void hexadecimal(char kind, int digits) {
        int end = at + digits;
        boolean complete = end <= source.length()
                && source.substring(at, end).chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
        if (complete) {
            target.append("\\x{").append(source, at, end).append('}');
            at = end;
        } else {
            target.append(kind);
        }
    }

    private void control() {
        char letter = at < source.length() ? source.charAt(at) : '\0';
        if (Character.toUpperCase(letter) >= 'A' && Character.toUpperCase(letter) <= 'Z') {
            target.append("\\x{").append(Integer.toHexString(letter & 31)).append('}');
            at++;
        } else {
            target.append("\\\\c");
        }
    }
}
