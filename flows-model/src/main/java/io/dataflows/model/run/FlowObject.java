package io.dataflows.model.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a run reads and grows: {@code $trigger}, {@code $last}, {@code $accountability}, {@code $env} and one
 * member for each step that ran, in that order. One run owns it, one thread at a time; its values are never changed in
 * place.
 */
public final class FlowObject {

    public static final String TRIGGER = "$trigger";
    public static final String LAST = "$last";
    public static final String ACCOUNTABILITY = "$accountability";
    public static final String ENV = "$env";

    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    public FlowObject(JsonNode trigger, JsonNode accountability, JsonNode env) {
        members.put(TRIGGER, trigger);
        members.put(LAST, trigger);
        members.put(ACCOUNTABILITY, accountability);
        members.put(ENV, env);
    }

    private FlowObject() {}

    /** A Flow Object with these members, in their order. */
    public static FlowObject of(ObjectNode members) {
        FlowObject data = new FlowObject();
        members.properties().forEach(member -> data.members.put(member.getKey(), member.getValue()));
        return data;
    }

    /** The member's value, or null where there is no such member; a JSON null is a value. */
    public @Nullable JsonNode get(String key) {
        return members.get(key);
    }

    public JsonNode last() {
        return members.getOrDefault(LAST, NullNode.getInstance());
    }

    /** Records what a step gave: under its key, and as {@code $last}. */
    public void record(String key, JsonNode value) {
        members.put(key, value);
        members.put(LAST, value);
    }

    /** A JSON object with the members as they are now; the values are shared, not copied. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        members.forEach(json::set);
        return json;
    }
}
