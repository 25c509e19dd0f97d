package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.error.FaultNode;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what is stored of a run. Values are never changed in place: what holds no secret is shared, the rest
 * is copied. Errors are reduced to their name and message.
 */
public final class Redactor {

    private static final TextNode MASK = TextNode.valueOf("--redacted--");

    private final SecretValues secrets;

    private Redactor(SecretValues secrets) {
        this.secrets = secrets;
    }

    /** @param env the flows' environment; every text in it that isn't empty is a secret */
    public static Redactor of(JsonNode env) {
        return new Redactor(SecretValues.of(env));
    }

    /** Masks a Flow Object: secret members by their name, and secret values. */
    public JsonNode redactData(JsonNode data) {
        return redact(data, true, null);
    }

    /** Masks a step's options: secret values only. */
    public JsonNode redactValues(JsonNode value) {
        return redact(value, false, null);
    }

    /** Masks secret values in a text. */
    public String redactText(String text) {
        return secrets.redact(TextNode.valueOf(text)).textValue();
    }

    private JsonNode redact(JsonNode value, boolean byName, @Nullable String name) {
        if (value instanceof TextNode text) {
            return secrets.redact(text);
        }
        if (value instanceof FaultNode fault) {
            return object(fault.forJournal(), false, null);
        }
        if (value instanceof ObjectNode object) {
            return object(object, byName, name);
        }
        return value instanceof ArrayNode list ? list(list) : value;
    }

    private JsonNode object(ObjectNode object, boolean byName, @Nullable String name) {
        ObjectNode copy = null;
        for (var member : object.properties()) {
            JsonNode value = member.getValue();
            boolean secret = byName && SecretNames.contains(name, member.getKey());
            JsonNode redacted = secret ? MASK : redact(value, byName, member.getKey());
            if (redacted != value) {
                copy = copy == null ? shallowCopy(object) : copy;
                copy.set(member.getKey(), redacted);
            }
        }
        return copy == null ? object : copy;
    }

    /** Names don't count inside lists: only the values there are masked. */
    private JsonNode list(ArrayNode list) {
        ArrayNode copy = null;
        for (int i = 0; i < list.size(); i++) {
            JsonNode value = list.get(i);
            JsonNode redacted = redact(value, false, null);
            if (redacted != value) {
                copy = copy == null ? list.arrayNode(list.size()).addAll(list) : copy;
                copy.set(i, redacted);
            }
        }
        return copy == null ? list : copy;
    }

    private static ObjectNode shallowCopy(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        return copy;
    }
}
