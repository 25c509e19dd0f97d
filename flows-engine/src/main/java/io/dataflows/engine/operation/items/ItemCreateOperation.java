package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores new items; gives the list of their keys, or null without payload. */
@OperationInfo(
        id = "item-create",
        name = "Create Data",
        icon = "add",
        description = "Creates one or more items in a collection.",
        effect = Effect.TRANSACTIONAL,
        overview = {
            @Overview(label = "Collection", text = "{{ collection }}"),
            @Overview(label = "Payload", text = "{{ payload }}")
        })
public final class ItemCreateOperation implements Operation<ItemCreateOperation.Options> {

    /** The payload is an object for one item, a list of them for several. */
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
                            title = "Payload",
                            description = "The item, or a list of items.",
                            widget = "json",
                            parseText = true,
                            placeholder = "{\"title\": \"{{ $trigger.body.title }}\"}")
                    @Nullable
                    JsonNode payload) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        ItemScope scope = ItemScopes.of(options.collection(), options.permissions(), options.emitEvents(), context);
        Optional<List<ObjectNode>> items = ItemPayload.of(options.payload());
        return new Outcome.Resolved(items.<JsonNode>map(given ->
                        JsonLists.of(context.capability(ItemStore.class).create(scope, given)))
                .orElse(NullNode.getInstance()));
    }
}
