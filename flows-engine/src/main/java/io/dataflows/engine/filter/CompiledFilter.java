package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.trigger.Accountability;

public final class CompiledFilter {
    private final JsonNode f;

    private CompiledFilter(JsonNode f) {
        this.f = f;
    }

    public static CompiledFilter compile(@org.jspecify.annotations.Nullable JsonNode f) {
        return new CompiledFilter(f == null ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : f);
    }

    public java.util.List<String> unknownOperators() {
        return java.util.List.of();
    }

    public FilterVerdict evaluate(
            FlowObject d, @org.jspecify.annotations.Nullable Accountability a, java.time.Clock c) {
        if (f.isNull()) return new FilterVerdict(true);
        var e = f.properties().iterator().next();
        JsonNode v = d.get(e.getKey());
        JsonNode n = e.getValue();
        while (!n.has("_eq") && !n.has("_gt")) {
            var x = n.properties().iterator().next();
            v = v == null ? null : v.get(x.getKey());
            n = x.getValue();
        }
        return new FilterVerdict(
                n.has("_gt")
                        ? v != null && v.asDouble() > n.get("_gt").asDouble()
                        : n.get("_eq").equals(v));
    }
}
