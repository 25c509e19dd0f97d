package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.json.OptionConversion;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.ReplyPolicy;
import io.dataflows.model.flow.TriggerDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a flow's trigger and its options, as leniently as clients write them. */
final class TriggerParser {

    private final JsonNode options;

    private TriggerParser(@Nullable JsonNode options) {
        this.options = options != null && options.isObject() ? options : JsonNodeFactory.instance.objectNode();
    }

    static TriggerDefinition parse(FlowDefinition flow) {
        TriggerParser parser = new TriggerParser(flow.options());
        String kind = flow.trigger() == null ? "" : flow.trigger();
        return switch (kind) {
            case "webhook" -> parser.webhook();
            case "manual" -> parser.manual();
            case "schedule" -> new TriggerDefinition.Schedule(parser.text("cron"), parser.reply(null));
            case "event" ->
                new TriggerDefinition.Event(
                        parser.text("type"),
                        parser.list("scope"),
                        parser.list("collections"),
                        parser.reply(parser.text("return")));
            case "operation" -> // Its caller is a step, which waits for it and takes what it gives.
                new TriggerDefinition.SubFlow(new ReplyPolicy(parser.text("return"), false, false));
            default -> new TriggerDefinition.Never(flow.trigger());
        };
    }

    private TriggerDefinition webhook() {
        String method = text("method");
        String path = text("return");
        return new TriggerDefinition.Webhook(
                method == null ? "GET" : method,
                reply(path == null ? ReplyPolicy.LAST : path),
                !isFalse("cacheEnabled"),
                list("cacheQueryParams"));
    }

    private TriggerDefinition manual() {
        boolean requireSelection = !options.path("requireSelection").isBoolean()
                || options.path("requireSelection").booleanValue();
        return new TriggerDefinition.Manual(list("collections"), requireSelection, reply(ReplyPolicy.LAST));
    }

    private ReplyPolicy reply(@Nullable String path) {
        return new ReplyPolicy(path, isTrue("async"), isTrue("error_on_reject"));
    }

    private boolean isFalse(String name) {
        return options.path(name).isBoolean() && !options.path(name).booleanValue();
    }

    private boolean isTrue(String name) {
        return options.path(name).isBoolean() && options.path(name).booleanValue();
    }

    private @Nullable String text(String name) {
        JsonNode value = options.get(name);
        return value == null || value.isNull() ? null : OptionConversion.toText(value);
    }

    private List<String> list(String name) {
        JsonNode value = options.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        OptionConversion.toList(value).forEach(element -> texts.add(OptionConversion.toText(element)));
        return texts;
    }
}
