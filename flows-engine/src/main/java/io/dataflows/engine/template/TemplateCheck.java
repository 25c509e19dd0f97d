package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.json.JavaScriptSpace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a template without rendering it: what is wrong with it, and what it reads. */
public final class TemplateCheck {

    private TemplateCheck() {}

    /**
     * A tag of a text.
     *
     * @param start where its braces open
     * @param end behind its closing braces
     * @param member the member of the Flow Object that it reads, for example {@code $trigger}
     */
    public record Reference(int start, int end, String member) {}

    /** Why rendering the text always fails, or null. */
    public static @Nullable TemplateException problem(String text) {
        return problem(TextCompiler.compile(TextNode.valueOf(text), false));
    }

    /** The tags of a text whose paths can be read; up to the first one that makes the whole text unreadable. */
    public static List<Reference> references(String text) {
        List<Reference> references = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open + 2);
            if (close < 0 || close - open - 2 > TextCompiler.MAX_TAG) {
                return references;
            }
            Tag tag = Tag.of(JavaScriptSpace.trim(text.substring(open + 2, close)));
            if (tag.path() != null && !tag.path().isEmpty()) {
                references.add(new Reference(open, close + 2, tag.path().first()));
            }
            from = close + 2;
        }
        return references;
    }

    private static @Nullable TemplateException problem(Renderer renderer) {
        if (renderer instanceof Renderer.Broken broken) {
            return broken.reason();
        } else if (renderer instanceof ReferenceRenderer reference) {
            TemplateException tooDeep = reference.path().tooDeep();
            return tooDeep != null ? tooDeep : problem(reference.otherwise());
        } else if (renderer instanceof TextRenderer text) {
            return text.tags().stream()
                    .map(TemplateCheck::problem)
                    .filter(problem -> problem != null)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private static @Nullable TemplateException problem(Tag tag) {
        return tag.path() == null ? tag.broken() : tag.path().tooDeep();
    }
}
