package io.dataflows.engine.template;

import io.dataflows.engine.json.JavaScriptSpace;
import java.util.ArrayList;
import java.util.List;

/** Splits a path such as {@code a.b[0]['c d']} into its names. */
final class PathParser {

    private static final String QUOTES = "'\"`";

    private final String path;
    private final List<String> names = new ArrayList<>();

    private PathParser(String path) {
        this.path = path;
    }

    /** @throws TemplateException when the path breaks the grammar */
    static List<String> parse(String path) {
        PathParser parser = new PathParser(path);
        parser.parse();
        return List.copyOf(parser.names);
    }

    private void parse() {
        int from = 0;
        for (int open = path.indexOf('['); open >= 0; open = path.indexOf('[', from)) {
            int close = path.indexOf(']', open);
            if (close < 0) {
                throw missingBracket(path);
            }
            String key = JavaScriptSpace.trim(path.substring(open + 1, close));
            if (key.isEmpty()) {
                throw TemplateException.syntax("Unexpected token ]");
            }
            dotted(path.substring(from, open), from == 0);
            bracketed(key);
            from = close + 1;
        }
        dotted(path.substring(from), from == 0);
    }

    private void dotted(String part, boolean first) {
        String trimmed = JavaScriptSpace.trim(part);
        if (trimmed.isEmpty()) {
            return;
        }
        if (first) {
            named(trimmed, part, true);
        } else if (trimmed.charAt(0) != '.') {
            throw TemplateException.syntax("Missing . at the start of \"" + part + "\"");
        } else if (trimmed.length() > 1) {
            named(trimmed, part, false);
        }
    }

    private void named(String trimmed, String part, boolean first) {
        if (first && trimmed.charAt(0) == '.') {
            throw TemplateException.syntax("Unexpected . at the start of \"" + part + "\"");
        }
        if (trimmed.endsWith(".")) {
            throw TemplateException.syntax("Unexpected \".\" at the end of \"" + part + "\"");
        }
        String dotted = first ? trimmed : trimmed.substring(1);
        for (String name : dotted.split("\\.", -1)) {
            names.add(named(JavaScriptSpace.trim(name), part));
        }
    }

    private static String named(String name, String part) {
        if (name.isEmpty()) {
            throw TemplateException.syntax("Empty prop name when parsing \"" + part + "\"");
        }
        return name;
    }

    private void bracketed(String key) {
        if (isQuote(key.charAt(0)) || isQuote(key.charAt(key.length() - 1))) {
            names.add(unquoted(key));
        } else if (key.indexOf('[') >= 0) {
            throw missingBracket(key);
        } else {
            names.add(withoutPlus(key));
        }
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }

    private static String unquoted(String key) {
        int last = key.length() - 1;
        if (last == 0 || key.charAt(last) != key.charAt(0)) {
            throw TemplateException.syntax("Mismatching string quotation: \"" + key + "\"");
        }
        return key.substring(1, last);
    }

    private static String withoutPlus(String key) {
        boolean signedIndex = key.length() > 1
                && key.charAt(0) == '+'
                && key.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
        return signedIndex ? key.substring(1) : key;
    }

    private static TemplateException missingBracket(String text) {
        return TemplateException.syntax("Missing ] in varName \"" + text + "\"");
    }
}
