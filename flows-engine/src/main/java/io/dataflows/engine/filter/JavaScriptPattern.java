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

    /** @throws FilterException for a group that JavaScript doesn't know, such as {@code (?i)} */
    static String translate(String javaScript) {
        String source = CodeUnits.of(javaScript);
        if (PatternGroups.anyForeign(source)) {
            throw TextPattern.invalid(javaScript, "Invalid group");
        }
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
            boolean literal = c == '[' || c == '&' || c == '-' && isClassNext();
            target.append(literal ? "\\" : "").append(c);
        } else {
            outside(c);
        }
    }

    /** A dash before {@code \\d} or its like makes no range. */
    private boolean isClassNext() {
        return at + 1 < source.length() && source.charAt(at) == '\\' && "dDwWsS".indexOf(source.charAt(at + 1)) >= 0;
    }

    private void outside(char c) {
        boolean anchor = c == '^' || c == '$';
        if (anchor && at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
            throw TextPattern.invalid(source, "Nothing to repeat");
        }
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
            case 'k' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> decimal(c);
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
            code(Integer.parseInt(source.substring(at, end), 16));
            at = end;
        } else {
            target.append(kind);
        }
    }

    /** A group of that number where there is one; else an octal number, or the digit itself. */
    private void decimal(char first) {
        int end = at;
        while (end < source.length() && end < at + 2 && isDigit(source.charAt(end))) {
            end++;
        }
        int number = Integer.parseInt(source.substring(at - 1, end));
        if (!inClass && first != '0' && number <= PatternGroups.count(source)) {
            target.append("(?:\\").append(number).append(')');
            at = end;
        } else if (first > '7') {
            target.append(first);
        } else {
            octal(first - '0');
        }
    }

    private void octal(int first) {
        int code = first;
        for (int digits = 1; digits < 3 && at < source.length(); digits++) {
            int next = code * 8 + Character.digit(source.charAt(at), 8);
            if (Character.digit(source.charAt(at), 8) < 0 || next > 255) {
                break;
            }
            code = next;
            at++;
        }
        code(code);
    }

    private void code(int unit) {
        target.append("\\x{").append(Integer.toHexString(CodeUnits.of(unit))).append('}');
    }

    private void named() {
        boolean reference = !inClass && source.startsWith("<", at) && source.contains("(?<");
        target.append(reference ? "\\k" : "k");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
