package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.JavaScriptSpace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles one text of a template. */
final class TextCompiler {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    static final int MAX_TAG = 1000;

    private final String text;
    private final List<String> literals = new ArrayList<>();
    private final List<Tag> tags = new ArrayList<>();

    private TextCompiler(String text) {
        this.text = text;
    }

    static Renderer compile(TextNode value, boolean keepsUnknown) {
        String text = value.textValue();
        if (!text.contains(OPEN)) {
            return new Renderer.Constant(value);
        }
        String reference = wholeReference(text);
        Renderer embedded = embedded(text, keepsUnknown);
        return reference == null ? embedded : reference(reference, embedded);
    }

    private static Renderer reference(String path, Renderer otherwise) {
        try {
            return new ReferenceRenderer(DataPath.parse(path), otherwise);
        } catch (TemplateException broken) {
            return new Renderer.Broken(broken);
        }
    }

    private static Renderer embedded(String text, boolean keepsUnknown) {
        TextCompiler compiler = new TextCompiler(text);
        try {
            compiler.split();
        } catch (TemplateException broken) {
            return new Renderer.Broken(broken);
        }
        return new TextRenderer(List.copyOf(compiler.literals), List.copyOf(compiler.tags), keepsUnknown);
    }

    /** The path of a text that is nothing but one tag, or null; a path with white space or a brace in it never is. */
    private static @Nullable String wholeReference(String text) {
        if (!text.startsWith(OPEN) || !text.endsWith(CLOSE) || text.length() < 5) {
            return null;
        }
        String path = JavaScriptSpace.trim(text.substring(2, text.length() - 2));
        boolean whole = !path.isEmpty() && path.chars().noneMatch(c -> c == '}' || JavaScriptSpace.isSpace((char) c));
        return whole ? path : null;
    }

    private void split() {
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = close(open);
            literals.add(text.substring(from, open));
            tags.add(tag(open, close));
            from = close + 2;
        }
        literals.add(text.substring(from));
    }

    private int close(int open) {
        int close = text.indexOf(CLOSE, open + 2);
        if (close < 0 || close - open - 2 > MAX_TAG) {
            throw TemplateException.syntax("Missing \"}}\" in the template for the \"{{\" at position " + open
                    + " within " + MAX_TAG + " characters");
        }
        return close;
    }

    private Tag tag(int open, int close) {
        String source = JavaScriptSpace.trim(text.substring(open + 2, close));
        if (source.isEmpty()) {
            throw TemplateException.syntax("Unexpected \"}}\" tag found at position " + open);
        }
        if (source.contains(OPEN)) {
            throw TemplateException.syntax(
                    "Variable names cannot have \"{{\". But at position " + open + ". Got \"" + source + "\"");
        }
        return Tag.of(source);
    }
}
