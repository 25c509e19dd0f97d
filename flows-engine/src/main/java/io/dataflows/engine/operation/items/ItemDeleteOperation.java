package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import org.jspecify.annotations.Nullable;

/** Deletes items that are chosen by keys or by a query; gives their keys, or null where none are chosen. */
@OperationInfo(
        id = "item-delete",
        name = "Delete Data",
        icon = "delete",
        description = "Deletes items of a collection, chosen by their ids or by a query.",
        effect = Effect.TRANSACTIONAL,
        overview = {
            @Overview(label = "Collection", text = "{{ collection }}"),
            @Overview(label = "IDs", text = "{{ key }}")
        })
public final class ItemDeleteOperation implements Operation<ItemDeleteOperation.Options> {

    /** Either keys or a query; neither deletes nothing. */
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
                            title = "Query",
                            description = "Chooses the items instead of ids. An empty one chooses none.",
                            widget = "json",
                            parseText = true,
                            placeholder = "{\"filter\": {\"status\": {\"_eq\": \"archived\"}}}")
                    @Nullable
                    JsonNode query) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        ItemScope scope = ItemScopes.of(options.collection(), options.permissions(), options.emitEvents(), context);
        ItemSelection selection = ItemSelection.of(options.key(), options.query());
        if (selection.hasKeys()) {
            return new Outcome.Resolved(
                    JsonLists.oneOrAll(context.capability(ItemStore.class).delete(scope, selection.keys())));
        }
        return new Outcome.Resolved(
                selection.hasQuery()
                        ? JsonLists.of(context.capability(ItemStore.class).deleteChosen(scope, selection.query()))
                        : NullNode.getInstance());
    }
}
