package io.dataflows.engine.secret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what is stored of a run. Values are never changed in place: what holds no secret is shared, the rest
 * is copied. Errors are reduced to their name and message.
 */
public final class Redactor {

    private static final TextNode MASK = TextNode.valueOf("--redacted--");

    private final SecretValues secrets;
    private final boolean names;
    private final boolean answers;

    private Redactor(SecretValues secrets, boolean names, boolean answers) {
        this.secrets = secrets;
        this.names = names;
        this.answers = answers;
    }

    /**
     * Masks by names and by the environment, as the recorded product does it: the names of members stay.
     *
     * @param env the flows' environment; every text in it that isn't empty is a secret
     */
    public static Redactor of(JsonNode env) {
        return new Redactor(SecretValues.of(EnvSecrets.texts(env)), false, false);
    }

    /** Masks by names and by values, also in the names of members. */
    static Redactor of(SecretValues secrets) {
        return new Redactor(secrets, !secrets.isEmpty(), false);
    }

    /** Masks secret values in a text. */
    public String maskText(String text) {
        return secrets.mask(text);
    }

    /** Masks a Flow Object: secret members by their name, and secret values. */
    public JsonNode redactData(JsonNode data) {
        return redact(data, true, null);
    }

    /** Masks a step's options: secret values only. */
    public JsonNode redactValues(JsonNode value) {
        return redact(value, false, null);
    }

    /** Masks an answer: like data, but errors keep the members that callers see. */
    public JsonNode redactAnswer(JsonNode value) {
        return new Redactor(secrets, names, true).redact(value, true, null);
    }

    /** Masks all that a fault says. */
    public Fault redactFault(Fault fault) {
        return new Fault(
                maskText(fault.code()),
                fault.kind(),
                fault.status(),
                maskText(fault.message()),
                fault.hint() == null ? null : maskText(fault.hint()),
                (ObjectNode) redactValues(fault.extensions()),
                redactAnswer(fault.value()),
                fault.causes().stream().map(this::redactFault).toList());
    }

    private JsonNode redact(JsonNode value, boolean byName, @Nullable String name) {
        if (value instanceof TextNode text) {
            return secrets.redact(text);
        }
        if (value instanceof FaultNode fault) {
            return object(answers ? fault.shown() : fault.forJournal(), false, null);
        }
        if (value instanceof ObjectNode object) {
            return object(object, byName, name);
        }
        if (value instanceof ArrayNode list) {
            return list(list);
        }
        JsonNode mask = value.isNumber() ? secrets.numberMask(value) : null;
        return mask == null ? value : mask;
    }

    private ObjectNode object(ObjectNode object, boolean byName, @Nullable String name) {
        ObjectNode masked = values(object, byName, name);
        return names ? names(masked, secrets) : masked;
    }

    private ObjectNode values(ObjectNode object, boolean byName, @Nullable String name) {
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

    private static ObjectNode names(ObjectNode object, SecretValues secrets) {
        for (var member : object.properties()) {
            String name = member.getKey();
            if (!secrets.maskName(name).equals(name)) {
                return renamed(object, secrets);
            }
        }
        return object;
    }

    /** Members whose names become the same are told apart by a number. */
    private static ObjectNode renamed(ObjectNode object, SecretValues secrets) {
        ObjectNode copy = object.objectNode();
        Map<String, Integer> counts = new HashMap<>();
        for (var member : object.properties()) {
            String name = secrets.maskName(member.getKey());
            int count = counts.merge(name, 1, Integer::sum);
            copy.set(count == 1 ? name : name + " " + count, member.getValue());
        }
        return copy;
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
