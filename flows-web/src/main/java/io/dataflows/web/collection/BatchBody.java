package io.dataflows.web.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.http.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Reads the bodies that change or remove several rows at once, and says in the recorded words what is wrong. */
public final class BatchBody {
    private static final String KEYS = "keys";
    private static final String QUERY = "query";
    private static final String DATA = "data";
    private static final Set<String> DELETE = Set.of(KEYS, QUERY);
    private static final Set<String> UPDATE = Set.of(KEYS, QUERY, DATA);

    private BatchBody() {}

    public static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidPayload("\"value\" must be of type object");
    }

    /** One object, or a list of objects. */
    public static List<ObjectNode> objects(JsonNode body) {
        List<ObjectNode> objects = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(element -> objects.add(object(element)));
        } else {
            objects.add(object(body));
        }
        return objects;
    }

    /** A list of patches with ids, or one patch for {@code keys} or for a {@code query}. */
    static Map<UUID, ObjectNode> patches(JsonNode body, Function<JsonNode, List<UUID>> chosenBy) {
        Map<UUID, ObjectNode> patches = new LinkedHashMap<>();
        if (body.isArray()) {
            objects(body).forEach(patch -> patches.put(idOf(patch), patch));
            return patches;
        }
        BatchSelection selection = selection(body, UPDATE);
        ObjectNode patch = data(body);
        ids(selection, chosenBy).forEach(id -> patches.put(id, patch));
        return patches;
    }

    /** A list of ids, {@code keys}, or those that a {@code query} chooses. */
    static List<UUID> keys(JsonNode body, Function<JsonNode, List<UUID>> chosenBy) {
        return ids(toDelete(body), chosenBy);
    }

    /** Which items a body that isn't a list of patches changes: those of {@code keys}, or those of {@code query}. */
    public static BatchSelection toUpdate(JsonNode body) {
        return selection(body, UPDATE);
    }

    /** The changes that such a body makes: its {@code data}. */
    public static ObjectNode data(JsonNode body) {
        if (!body.has(DATA)) {
            throw Refusals.invalidPayload("\"data\" is required");
        }
        return object(body.path(DATA));
    }

    /** Which items a body deletes: a list of keys, {@code keys}, or those of a {@code query}. */
    public static BatchSelection toDelete(JsonNode body) {
        return body.isArray() ? BatchSelection.ofKeys(body) : selection(body, DELETE);
    }

    private static BatchSelection selection(JsonNode body, Set<String> allowed) {
        ObjectNode sent = object(body);
        allow(sent, allowed);
        requireOnePeer(sent);
        if (!sent.has(KEYS)) {
            return BatchSelection.ofQuery(object(sent.path(QUERY)));
        }
        if (!sent.path(KEYS).isArray()) {
            throw Refusals.invalidPayload("\"keys\" must be an array");
        }
        return BatchSelection.ofKeys(sent.path(KEYS));
    }

    static void allow(ObjectNode body, Set<String> names) {
        body.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw Refusals.invalidPayload("\"" + name + "\" is not allowed");
            }
        });
    }

    private static void requireOnePeer(ObjectNode body) {
        if (body.has(KEYS) && body.has(QUERY)) {
            throw Refusals.invalidPayload("\"value\" contains a conflict between exclusive peers [query, keys]");
        }
        if (!body.has(KEYS) && !body.has(QUERY)) {
            throw Refusals.invalidPayload("\"value\" must contain at least one of [query, keys]");
        }
    }

    private static List<UUID> ids(BatchSelection selection, Function<JsonNode, List<UUID>> chosenBy) {
        ObjectNode query = selection.query();
        return query != null
                ? chosenBy.apply(query)
                : selection.keys().stream()
                        .map(key -> Ids.require(key.asText()))
                        .toList();
    }

    private static UUID idOf(ObjectNode patch) {
        if (!patch.hasNonNull("id")) {
            throw Refusals.invalidPayload("Item in update misses primary key");
        }
        return Ids.require(patch.path("id").asText());
    }
}
