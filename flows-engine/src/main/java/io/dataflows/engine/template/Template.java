package io.dataflows.engine.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.run.FlowObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An option value with {@code {{ … }}} tags, compiled once. A text that is one tag keeps the value's type, tags inside
 * text become text, and what was rendered is never rendered again. Parts without tags are shared with the source, so
 * nobody may change the source or what was rendered.
 */
public final class Template {

    private static final long MAX_ALONE = 64 << 20;

    private final Renderer renderer;

    private Template(Renderer renderer) {
        this.renderer = renderer;
    }

    /** Never fails: a text that breaks the grammar rejects when it is rendered. */
    public static Template compile(JsonNode options) {
        return compile(options, Set.of());
    }

    /** @param keepsUnknown top-level members in which a tag that finds nothing stays in place */
    public static Template compile(JsonNode options, Set<String> keepsUnknown) {
        if (keepsUnknown.isEmpty() || !options.isObject()) {
            return new Template(compile(options, false));
        }
        List<String> names = new ArrayList<>();
        List<Renderer> values = new ArrayList<>();
        for (var member : options.properties()) {
            names.add(member.getKey());
            values.add(compile(member.getValue(), keepsUnknown.contains(member.getKey())));
        }
        return new Template(new ObjectRenderer(names, values));
    }

    /**
     * Renders something small, such as a filter.
     *
     * @throws TemplateException when a text breaks the grammar, a path is too deep or the result is larger than 64 MB
     */
    public JsonNode render(FlowObject data) {
        return renderer.render(data, new DataBudget(MAX_ALONE));
    }

    /**
     * Renders what a run keeps.
     *
     * @param budget what the run may still make
     * @throws TemplateException when a text breaks the grammar, a path is too deep or the budget is spent
     */
    public JsonNode render(FlowObject data, DataBudget budget) {
        return budget.spend(() -> renderer.render(data, budget));
    }

    /** Has no tags: rendering gives the source itself. */
    public boolean isConstant() {
        return renderer.isConstant();
    }

    private static Renderer compile(JsonNode value, boolean keepsUnknown) {
        if (value instanceof TextNode text) {
            return TextCompiler.compile(text, keepsUnknown);
        }
        if (value.isEmpty()) {
            return new Renderer.Constant(value);
        }
        List<Renderer> values = new ArrayList<>(value.size());
        value.forEach(child -> values.add(compile(child, keepsUnknown)));
        if (values.stream().allMatch(Renderer::isConstant)) {
            return new Renderer.Constant(value);
        }
        if (value.isArray()) {
            return new ListRenderer(List.copyOf(values));
        }
        List<String> names = new ArrayList<>(value.size());
        value.fieldNames().forEachRemaining(names::add);
        return new ObjectRenderer(List.copyOf(names), List.copyOf(values));
    }
}
