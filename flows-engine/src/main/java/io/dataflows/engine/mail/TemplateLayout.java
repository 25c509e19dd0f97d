package io.dataflows.engine.mail;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Templates that fill the blocks of another one: {@code {% layout "base" %}{% block content %}…{% endblock %}}. The two
 * become one template before anything is rendered.
 */
final class TemplateLayout {

    private static final int DEEPEST = 10;
    private static final Pattern LAYOUT = Pattern.compile("\\A\\s*\\{%-?\\s*layout\\s+['\"]([^'\"]+)['\"]\\s*-?%\\}");
    private static final Pattern BLOCK = Pattern.compile(
            "\\{%-?\\s*block\\s+['\"]?([\\w-]+)['\"]?\\s*-?%\\}(.*?)\\{%-?\\s*endblock\\s*-?%\\}", Pattern.DOTALL);

    /** Finds the text of a template. */
    interface Source {
        String read(String name) throws IOException;
    }

    private TemplateLayout() {}

    static String merge(String template, Source source) throws IOException {
        Map<String, String> blocks = new HashMap<>();
        String text = template;
        Matcher layout = LAYOUT.matcher(text);
        for (int depth = 0; layout.find(); depth++) {
            if (depth == DEEPEST) {
                throw new IOException("Template layouts are nested more than " + DEEPEST + " deep.");
            }
            // The outer template's words count only where an inner one says nothing.
            BLOCK.matcher(text).results().forEach(block -> blocks.putIfAbsent(block.group(1), block.group(2)));
            text = source.read(layout.group(1));
            layout = LAYOUT.matcher(text);
        }
        return BLOCK.matcher(text)
                .replaceAll(block -> Matcher.quoteReplacement(blocks.getOrDefault(block.group(1), block.group(2))));
    }
}
