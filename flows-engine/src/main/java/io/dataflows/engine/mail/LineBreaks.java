package io.dataflows.engine.mail;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes a hard line break as one tag, without a line break of the source after it. */
record LineBreaks(HtmlNodeRendererContext context) implements NodeRenderer {

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HardLineBreak.class);
    }

    @Override
    public void render(Node node) {
        context.getWriter().tag("br", Map.of(), true);
    }
}
