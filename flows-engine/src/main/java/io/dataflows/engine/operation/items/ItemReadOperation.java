package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads items: the object of one key, else a list. */
@OperationInfo(
        id = "item-read",
        name = "Read Data",
        icon = "visibility",
        description = "Reads items of a collection, by their ids or by a query.",
        effect = Effect.TRANSACTIONAL,
        overview = {
            @Overview(label = "Collection", text = "{{ collection }}"),
            @Overview(label = "IDs", text = "{{ key }}")
        })
public final class ItemReadOperation implements Operation<ItemReadOperation.Options> {

    /** Without a key the query alone chooses. */
    public record Options(
            @Option(
                            title = "Permissions",
                            description = RunAs.DESCRIPTION,
                            widget = "role",
                            defaultValue = RunAs.DEFAULT,
                            choices = {
                                @Choice(value = RunAs.TRIGGER, title = RunAs.TRIGGER_TITLE),
                                @Choice(value = RunAs.PUBLIC, title = RunAs.PUBLIC_TITLE),
                                @Choice(value = RunAs.FULL, title = RunAs.FULL_TITLE)
                            },
                            open = true)
                    @Nullable
                    String permissions,
            @Option(title = "Collection", widget = "collection", required = true, half = true) @Nullable
                    String collection,
            @Option(
                            title = "IDs",
                            description = "Ids of items: one gives that item, several give a list.",
                            widget = "tags",
                            half = true)
                    @Nullable
                    JsonNode key,
            @Option(
                            title = "Query",
                            description = "Fields, filter, sort, limit and so on, as in the REST API.",
                            widget = "json",
                            parseText = true,
                            placeholder = "{\"filter\": {\"status\": {\"_eq\": \"published\"}}}")
                    @Nullable
                    JsonNode query,
            @Option(
                            title = "Emit Events",
                            description = "Flows that wait for events of these items hear of the reading.",
                            widget = "switch",
                            defaultValue = "false",
                            half = true)
                    @Nullable
                    Boolean emitEvents) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public JsonNode shown(JsonNode options) {
        return ItemQuery.withListedFields(options);
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        ItemScope scope = ItemScopes.of(options.collection(), options.permissions(), options.emitEvents(), context);
        List<JsonNode> keys = JsonLists.keys(options.key());
        ObjectNode query = ItemQuery.of(options.query())
                .orElseThrow(() -> Refusals.invalidQuery("\"query\" must be of type object"));
        ItemStore items = context.capability(ItemStore.class);
        List<ObjectNode> found = keys.isEmpty() ? items.read(scope, query) : items.read(scope, keys, query);
        return new Outcome.Resolved(keys.size() == 1 ? only(found) : JsonLists.of(found));
    }

    private static JsonNode only(List<ObjectNode> found) {
        if (found.isEmpty()) {
            throw Refusals.forbidden();
        }
        return found.get(0);
    }
}
