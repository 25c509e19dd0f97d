package io.dataflows.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.FaultNode;
import io.dataflows.model.run.FlowObject;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A Flow Object as texts that a context reads.
 *
 * @param data JSON of the members
 * @param aliases JSON list: a member, then the one with the same value, whose text isn't written twice
 * @param faults JSON list of {@code {at, members}}: errors, which JSON can't say, and where they stand; or nothing
 * @param env JSON of {@code $env}
 */
record ScriptInput(String data, String aliases, String faults, String env) {

    private static final String NO_ALIAS = "[]";

    static ScriptInput of(FlowObject flowObject) {
        ObjectNode members = flowObject.toJson();
        JsonNode env = members.path(FlowObject.ENV);
        String twin = twinOfLast(members);
        if (twin != null) {
            members.putNull(FlowObject.LAST);
        }
        ArrayNode faults = Json.object().arrayNode();
        collect(members, new ArrayDeque<>(), faults);
        return new ScriptInput(
                Json.write(members),
                twin == null ? NO_ALIAS : alias(twin),
                faults.isEmpty() ? "" : Json.write(faults),
                env.isEmpty() ? "{}" : Json.write(env));
    }

    /** The last value stands in the Flow Object twice: under its step's key as well. */
    private static @org.jspecify.annotations.Nullable String twinOfLast(ObjectNode members) {
        JsonNode last = members.path(FlowObject.LAST);
        if (!last.isContainerNode()) {
            return null;
        }
        for (var member : members.properties()) {
            if (member.getValue() == last && !member.getKey().equals(FlowObject.LAST)) {
                return member.getKey();
            }
        }
        return null;
    }

    private static String alias(String twin) {
        return Json.write(Json.object().arrayNode().add(FlowObject.LAST).add(twin));
    }

    private static void collect(JsonNode value, Deque<String> path, ArrayNode faults) {
        if (value instanceof FaultNode fault) {
            ObjectNode found = faults.addObject();
            ArrayNode at = found.putArray("at");
            path.descendingIterator().forEachRemaining(at::add);
            found.set("members", Json.object().setAll(fault));
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> collect(member.getKey(), member.getValue(), path, faults));
        } else if (value instanceof ArrayNode list
                && !list.isEmpty()
                && list.get(0).isContainerNode()) {
            for (int index = 0; index < list.size(); index++) {
                collect(String.valueOf(index), list.get(index), path, faults);
            }
        }
    }

    private static void collect(String name, JsonNode value, Deque<String> path, ArrayNode faults) {
        if (value.isContainerNode()) {
            path.push(name);
            collect(value, path, faults);
            path.pop();
        }
    }
}
