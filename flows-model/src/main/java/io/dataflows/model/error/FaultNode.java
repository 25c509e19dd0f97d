package io.dataflows.model.error;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * A fault as a value of the Flow Object. A path reads all of its members, {@code {{ $last.message }}} included; written
 * as JSON it shows only those that clients of the recorded product see, which for a plain error is none. The journal
 * keeps {@link #forJournal()}.
 */
public final class FaultNode extends ObjectNode {

    private static final long serialVersionUID = 1L;

    private static final String STACK = "stack";

    private final Set<String> hidden;

    private FaultNode(Set<String> hidden) {
        super(JsonNodeFactory.instance);
        this.hidden = hidden;
    }

    static FaultNode ofPlatform(String code, int status, String message, ObjectNode extensions) {
        FaultNode node = new FaultNode(Set.of("message"));
        node.put("name", "DirectusError");
        node.put("message", message);
        if (!extensions.isEmpty()) {
            node.set("extensions", extensions);
        }
        node.put("code", code);
        node.put("status", status);
        return node;
    }

    static FaultNode ofPlainError(String name, String message) {
        FaultNode node = new FaultNode(Set.of("name", "message"));
        node.put("name", name);
        node.put("message", message);
        return node;
    }

    /** JSON shows these members; without a name and a message among them, those are there but hidden. A cause always is. */
    static FaultNode ofError(String name, String message, ObjectNode members) {
        Set<String> hidden = new HashSet<>(Set.of("name", "message"));
        members.fieldNames().forEachRemaining(hidden::remove);
        hidden.add("cause");
        FaultNode node = new FaultNode(hidden);
        node.put("name", name);
        node.put("message", message);
        node.setAll(members);
        return node;
    }

    /**
     * An error that a step gave as its value, which is no fault: JSON shows nothing of it, a path reads name, message and
     * stack.
     */
    public static FaultNode ofValue(String name, String message, String stack) {
        FaultNode node = new FaultNode(Set.of("name", "message", STACK));
        node.put("name", name);
        node.put("message", message);
        node.put(STACK, stack);
        return node;
    }

    /** {@code {name, message}}, and the cause or the stack where there is one: what the run log shows of an error. */
    public ObjectNode forJournal() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("name", get("name"));
        node.set("message", get("message"));
        for (String more : new String[] {"cause", STACK}) {
            if (has(more)) {
                node.set(more, get(more));
            }
        }
        return node;
    }

    /** The members that JSON shows. */
    public ObjectNode shown() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (var member : properties()) {
            if (!hidden.contains(member.getKey())) {
                node.set(member.getKey(), member.getValue());
            }
        }
        return node;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        shown().serialize(generator, provider);
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer typing)
            throws IOException {
        shown().serializeWithType(generator, provider, typing);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider) {
        return shown().isEmpty(provider);
    }

    @Override
    public String toString() {
        return shown().toString();
    }

    @Override
    public FaultNode deepCopy() {
        FaultNode copy = new FaultNode(hidden);
        for (var member : properties()) {
            JsonNode value = member.getValue();
            copy.set(member.getKey(), value.deepCopy());
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
