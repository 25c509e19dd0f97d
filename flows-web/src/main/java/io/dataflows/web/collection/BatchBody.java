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
final class BatchBody {
    private static final String KEYS = "keys";
    private static final String QUERY = "query";
    private static final String DATA = "data";
    private static final Set<String> DELETE = Set.of(KEYS, QUERY);
    private static final Set<String> UPDATE = Set.of(KEYS, QUERY, DATA);

    private BatchBody() {}

    static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw Refusals.invalidPayload("\"value\" must be of type object");
    }

    /** One object, or a list of objects. */
    static List<ObjectNode> objects(JsonNode body) {
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
        ObjectNode sent = object(body);
        allow(sent, UPDATE);
        requireOnePeer(sent);
        if (!sent.has(DATA)) {
            throw Refusals.invalidPayload("\"data\" is required");
        }
        ObjectNode patch = object(sent.path(DATA));
        chosen(sent, chosenBy).forEach(id -> patches.put(id, patch));
        return patches;
    }

    /** A list of ids, {@code keys}, or those that a {@code query} chooses. */
    static List<UUID> keys(JsonNode body, Function<JsonNode, List<UUID>> chosenBy) {
        if (body.isArray()) {
            return ids(body);
        }
        ObjectNode sent = object(body);
        allow(sent, DELETE);
        requireOnePeer(sent);
        return chosen(sent, chosenBy);
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

    private static List<UUID> chosen(ObjectNode body, Function<JsonNode, List<UUID>> chosenBy) {
        return body.has(KEYS) ? ids(body.path(KEYS)) : chosenBy.apply(body.path(QUERY));
    }

    private static List<UUID> ids(JsonNode keys) {
        if (!keys.isArray()) {
            throw Refusals.invalidPayload("\"keys\" must be an array");
        }
        List<UUID> ids = new ArrayList<>();
        keys.forEach(key -> ids.add(Ids.require(key.asText())));
        return ids;
    }

    private static UUID idOf(ObjectNode patch) {
        if (!patch.hasNonNull("id")) {
            throw Refusals.invalidPayload("Item in update misses primary key");
        }
        return Ids.require(patch.path("id").asText());
    }
}
