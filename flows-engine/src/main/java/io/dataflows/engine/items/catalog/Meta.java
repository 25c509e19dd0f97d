package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.Tracking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients keep about collections, fields and relations: which members there are, and what they start as. */
final class Meta {

    private static final JsonNode NULL = NullNode.getInstance();

    private static final Map<String, JsonNode> COLLECTION = collectionMembers();
    private static final Map<String, JsonNode> FIELD = fieldMembers();
    private static final Map<String, JsonNode> RELATION = relationMembers();

    /** What a view shows and can't be set this way. */
    private static final Set<String> SHOWN =
            Set.of("id", "collection", "field", "special", "system", "many_collection", "many_field", "one_collection");

    private Meta() {}

    private static Map<String, JsonNode> collectionMembers() {
        Map<String, JsonNode> members = nulls("icon", "note", "display_template", "hidden", "singleton");
        members.put("hidden", BooleanNode.FALSE);
        members.put("singleton", BooleanNode.FALSE);
        members.putAll(nulls("translations", "archive_field", "archive_app_filter", "archive_value"));
        members.put("archive_app_filter", BooleanNode.TRUE);
        members.putAll(nulls("unarchive_value", "sort_field", "accountability", "color"));
        members.put("accountability", TextNode.valueOf("all"));
        members.putAll(nulls("item_duplication_fields", "sort", "group", "collapse", "preview_url"));
        members.put("collapse", TextNode.valueOf("open"));
        members.put("versioning", BooleanNode.FALSE);
        members.put("status", TextNode.valueOf("active"));
        members.put("autosave_revision_interval", NULL);
        return members;
    }

    private static Map<String, JsonNode> fieldMembers() {
        Map<String, JsonNode> members = nulls("interface", "options", "display", "display_options");
        members.put("readonly", BooleanNode.FALSE);
        members.put("hidden", BooleanNode.FALSE);
        members.put("sort", NULL);
        members.put("width", TextNode.valueOf("full"));
        members.putAll(nulls("translations", "note", "conditions"));
        members.put("required", BooleanNode.FALSE);
        members.putAll(nulls("group", "validation", "validation_message"));
        members.put("searchable", BooleanNode.TRUE);
        return members;
    }

    private static Map<String, JsonNode> relationMembers() {
        Map<String, JsonNode> members = nulls("one_field", "one_collection_field", "one_allowed_collections");
        members.put("one_deselect_action", TextNode.valueOf("nullify"));
        members.putAll(nulls("junction_field", "sort_field"));
        return members;
    }

    private static Map<String, JsonNode> nulls(String... names) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        List.of(names).forEach(name -> members.put(name, NULL));
        return members;
    }

    static ObjectNode collection(String name, ObjectNode kept) {
        return filled(object().put("collection", name), COLLECTION, kept);
    }

    static ObjectNode field(Described.OfField known) {
        ObjectNode shown = object().put("id", known.id())
                .put("collection", known.collection())
                .put("field", known.field());
        shown.set("special", texts(known.specialTexts()));
        return filled(shown, FIELD, known.meta());
    }

    static ObjectNode relation(Described.OfRelation known) {
        ObjectNode shown = object().put("id", known.id())
                .put("many_collection", known.many())
                .put("many_field", known.manyField())
                .put("one_collection", known.one());
        ObjectNode filled = filled(shown, RELATION, known.meta());
        return filled.put("one_field", known.oneField());
    }

    private static JsonNode texts(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list.isEmpty() ? NULL : list;
    }

    private static ObjectNode filled(ObjectNode shown, Map<String, JsonNode> members, ObjectNode kept) {
        members.forEach((name, start) -> shown.set(name, kept.path(name).isMissingNode() ? start : kept.get(name)));
        return shown;
    }

    /** What is kept after members were given; null gives nothing. */
    static ObjectNode patchCollection(ObjectNode kept, @Nullable JsonNode given) {
        ObjectNode patched = patched(kept, given, COLLECTION);
        JsonNode tracked = patched.path("accountability");
        if (!tracked.isMissingNode()
                && !tracked.isNull()
                && !Set.of("all", "activity").contains(tracked.asText())) {
            throw Refusals.invalidPayload("\"accountability\" must be one of [all, activity, null]");
        }
        return patched;
    }

    static ObjectNode patchField(ObjectNode kept, @Nullable JsonNode given) {
        return patched(kept, given, FIELD);
    }

    static ObjectNode patchRelation(ObjectNode kept, @Nullable JsonNode given) {
        ObjectNode patched = patched(kept, given, RELATION);
        // It has a column of its own.
        patched.remove("one_field");
        return patched;
    }

    private static ObjectNode patched(ObjectNode kept, @Nullable JsonNode given, Map<String, JsonNode> members) {
        ObjectNode patched = kept.deepCopy();
        if (given == null || given.isNull()) {
            return patched;
        }
        if (!given.isObject()) {
            throw Refusals.invalidPayload("\"meta\" must be of type object");
        }
        given.fields().forEachRemaining(member -> {
            String name = member.getKey();
            if (members.containsKey(name)) {
                requireKind(name, members.get(name), member.getValue());
                patched.set(name, member.getValue());
            } else if (!SHOWN.contains(name)) {
                throw Refusals.invalidPayload("\"meta." + name + "\" is not allowed");
            }
        });
        return patched;
    }

    private static void requireKind(String name, @Nullable JsonNode start, JsonNode value) {
        if (start != null && start.isBoolean() && !value.isBoolean()) {
            throw Refusals.invalidPayload("\"meta." + name + "\" must be a boolean");
        }
    }

    static boolean isSingleton(ObjectNode meta) {
        return meta.path("singleton").asBoolean();
    }

    static Tracking tracking(ObjectNode meta) {
        return switch (meta.path("accountability").asText("")) {
            case "all" -> Tracking.ALL;
            case "activity" -> Tracking.ACTIVITY;
            default -> Tracking.NOTHING;
        };
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
