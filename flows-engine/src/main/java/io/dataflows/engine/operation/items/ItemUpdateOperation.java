package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
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

/** Changes items that are chosen by keys, by a query, or one by one; gives their keys, or null where none are chosen. */
@OperationInfo(
        id = "item-update",
        name = "Update Data",
        icon = "edit",
        description = "Changes items of a collection, chosen by their ids or by a query.",
        effect = Effect.TRANSACTIONAL,
        overview = {
            @Overview(label = "Collection", text = "{{ collection }}"),
            @Overview(label = "IDs", text = "{{ key }}")
        })
public final class ItemUpdateOperation implements Operation<ItemUpdateOperation.Options> {

    /** The payload is an object for all chosen items, or a list of objects that each hold their item's key. */
    public record Options(
            @Option(title = "Collection", widget = "collection", required = true, half = true) @Nullable
                    String collection,
            @Option(
                            title = "Permissions",
                            description = RunAs.DESCRIPTION,
                            widget = "role",
                            defaultValue = RunAs.DEFAULT,
                            half = true,
                            choices = {
                                @Choice(value = RunAs.TRIGGER, title = RunAs.TRIGGER_TITLE),
                                @Choice(value = RunAs.PUBLIC, title = RunAs.PUBLIC_TITLE),
                                @Choice(value = RunAs.FULL, title = RunAs.FULL_TITLE)
                            },
                            open = true)
                    @Nullable
                    String permissions,
            @Option(
                            title = "Emit Events",
                            description = "Flows that wait for events of these items hear of the change.",
                            widget = "switch",
                            defaultValue = "false",
                            half = true)
                    @Nullable
                    Boolean emitEvents,
            @Option(
                            title = "IDs",
                            description = "Ids of the items. Not together with a query.",
                            widget = "tags",
                            half = true)
                    @Nullable
                    JsonNode key,
            @Option(
                            title = "Payload",
                            description = "The new values, or a list of objects that each hold an id.",
                            widget = "json",
                            parseText = true)
                    @Nullable
                    JsonNode payload,
            @Option(
                            title = "Query",
                            description = "Chooses the items instead of ids. An empty one chooses none.",
                            widget = "json",
                            parseText = true,
                            placeholder = "{\"filter\": {\"status\": {\"_eq\": \"published\"}}}")
                    @Nullable
                    JsonNode query) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        ItemScope scope = ItemScopes.of(options.collection(), options.permissions(), options.emitEvents(), context);
        List<ObjectNode> payload = ItemPayload.of(options.payload()).orElse(List.of());
        ItemSelection selection = ItemSelection.of(options.key(), options.query());
        boolean batch = options.payload() != null && options.payload().isArray();
        if (batch && (selection.hasKeys() || selection.hasQuery())) {
            throw Refusals.invalidPayload("Cannot use \"key\" or \"query\" with a batch payload");
        }
        if (payload.isEmpty() || !batch && payload.get(0).isEmpty()) {
            return new Outcome.Resolved(NullNode.getInstance());
        }
        ItemStore items = context.capability(ItemStore.class);
        return new Outcome.Resolved(
                batch ? JsonLists.of(items.updateEach(scope, payload)) : same(items, scope, selection, payload.get(0)));
    }

    private static JsonNode same(ItemStore items, ItemScope scope, ItemSelection selection, ObjectNode changes) {
        if (selection.hasKeys()) {
            return JsonLists.oneOrAll(items.update(scope, selection.keys(), changes));
        }
        return selection.hasQuery()
                ? JsonLists.of(items.updateChosen(scope, selection.query(), changes))
                : NullNode.getInstance();
    }
}
