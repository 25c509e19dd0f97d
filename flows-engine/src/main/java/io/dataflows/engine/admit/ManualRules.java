package io.dataflows.engine.admit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.trigger.WebhookCall;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may start a manual flow, and on what: administrators, and whoever may read all of the chosen items. A refusal
 * never tells its reason to the caller, only to the server's log.
 */
public final class ManualRules {

    private static final Logger LOG = System.getLogger(ManualRules.class.getName());

    private final Optional<ItemStore> items;

    /** @param items what tells which items may be read; without it only administrators may start a flow */
    public ManualRules(Optional<ItemStore> items) {
        this.items = items;
    }

    boolean allow(TriggerDefinition.Manual manual, WebhookCall call) {
        String reason = refusal(manual, call);
        if (reason != null) {
            LOG.log(Level.DEBUG, () -> "Flow (" + call.flow() + ") was not started by hand: " + reason + ".");
        }
        return reason == null;
    }

    /** Why not, or null. */
    private @Nullable String refusal(TriggerDefinition.Manual manual, WebhookCall call) {
        JsonNode collection = call.body().path("collection");
        if (!call.method().equals("POST")) {
            return "the method is " + call.method();
        } else if (!collection.isTextual()) {
            return "the body names no collection";
        } else if (!manual.collections().contains(collection.textValue())) {
            return "collection (" + collection.textValue() + ") is not one of the flow's";
        } else if (manual.requireSelection() && !hasSelection(call.body())) {
            return "no items are chosen";
        } else if (call.accountability().isAnonymous()) {
            return "the caller is not signed in";
        }
        return call.accountability().admin() ? null : unreadable(call, collection.textValue());
    }

    private static boolean hasSelection(JsonNode body) {
        JsonNode keys = body.path("keys");
        return keys.isArray() && !keys.isEmpty();
    }

    private @Nullable String unreadable(WebhookCall call, String collection) {
        JsonNode given = call.body().path("keys");
        if (items.isEmpty()) {
            return "only administrators may, since this server has no items";
        } else if (!given.isArray() && !given.isNull() && !given.isMissingNode()) {
            return "the keys are no list";
        }
        List<JsonNode> keys = new ArrayList<>();
        given.forEach(keys::add);
        try {
            var scope = new ItemScope(call.authority(), collection, false);
            Set<String> readable = texts(items.get().readable(scope, keys));
            return readable.containsAll(texts(keys)) ? null : "the caller may not read all of the items";
        } catch (FlowsException refused) {
            return reasonOf(refused);
        }
    }

    /** A failure that isn't the caller's stays one: it is no answer to whether they may. */
    private static String reasonOf(FlowsException refused) {
        if (refused.fault().kind() != FaultKind.USER) {
            throw refused;
        }
        return refused.fault().message();
    }

    private static Set<String> texts(List<JsonNode> keys) {
        Set<String> texts = new HashSet<>();
        keys.forEach(key -> texts.add(key.isValueNode() ? key.asText() : key.toString()));
        return texts;
    }
}
