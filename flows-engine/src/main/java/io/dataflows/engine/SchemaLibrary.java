package io.dataflows.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.access.RightsSource;
import io.dataflows.engine.items.catalog.CollectionCatalog;
import io.dataflows.engine.items.catalog.SchemaChanges;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.Schema;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import java.util.stream.Stream;

/**
 * Collections, fields and relations as JSON. Administrators change them; others see those that they have any right on.
 * What isn't there and what may not be seen is refused alike, with FORBIDDEN; what can't be done with INVALID_PAYLOAD.
 */
public final class SchemaLibrary {

    private final CollectionCatalog catalog;
    private final SchemaChanges changes;
    private final RightsSource rights;

    public SchemaLibrary(CollectionCatalog catalog, RightsSource rights) {
        this.catalog = catalog;
        this.changes = new SchemaChanges(catalog);
        this.rights = rights;
    }

    /** Each {@code {collection, meta, schema}}. */
    public List<ObjectNode> collections(Accountability who) {
        Rights held = rights(who);
        return seen(held).map(changes::show).toList();
    }

    public ObjectNode collection(String name, Accountability who) {
        return changes.show(seen(name, rights(who)));
    }

    /** Each {@code {collection, field, type, meta, schema}}, of all collections. */
    public List<ObjectNode> fields(Accountability who) {
        Rights held = rights(who);
        return seen(held).flatMap(collection -> fields(collection, held)).toList();
    }

    public List<ObjectNode> fields(String collection, Accountability who) {
        Rights held = rights(who);
        return fields(seen(collection, held), held).toList();
    }

    public ObjectNode field(String collection, String field, Accountability who) {
        Rights held = rights(who);
        CollectionSchema owner = seen(collection, held);
        FieldSchema known = owner.field(field)
                .filter(candidate -> sees(held, collection, candidate.name()))
                .orElseThrow(Refusals::forbidden);
        return changes.show(owner, known);
    }

    /** Each {@code {collection, field, related_collection, schema, meta}}. */
    public List<ObjectNode> relations(Accountability who) {
        Rights held = rights(who);
        return schema().relations().stream()
                .filter(relation -> sees(held, relation))
                .map(changes::show)
                .toList();
    }

    public List<ObjectNode> relations(String collection, Accountability who) {
        Rights held = rights(who);
        seen(collection, held);
        return schema().relations().stream()
                .filter(relation -> relation.many().equals(collection) && sees(held, relation))
                .map(changes::show)
                .toList();
    }

    public ObjectNode relation(String collection, String field, Accountability who) {
        Rights held = rights(who);
        return schema().toOne(collection, field)
                .filter(relation -> sees(held, relation))
                .map(changes::show)
                .orElseThrow(Refusals::forbidden);
    }

    /** Makes all of them, or none. */
    public List<ObjectNode> createCollections(List<ObjectNode> given, Accountability who) {
        requireAdministrator(who);
        changes.createCollections(given);
        return given.stream()
                .map(one -> collection(one.path("collection").asText(), who))
                .toList();
    }

    public ObjectNode patchCollection(String name, ObjectNode given, Accountability who) {
        requireAdministrator(who);
        changes.patchCollection(name, given);
        return collection(name, who);
    }

    /** Its table goes too. */
    public void dropCollection(String name, Accountability who) {
        requireAdministrator(who);
        changes.dropCollection(name);
    }

    public ObjectNode createField(String collection, ObjectNode given, Accountability who) {
        requireAdministrator(who);
        changes.createField(collection, given);
        return field(collection, given.path("field").asText(), who);
    }

    public ObjectNode patchField(String collection, String field, ObjectNode given, Accountability who) {
        requireAdministrator(who);
        changes.patchField(collection, field, given);
        return field(collection, field, who);
    }

    /** Its column goes too. */
    public void dropField(String collection, String field, Accountability who) {
        requireAdministrator(who);
        changes.dropField(collection, field);
    }

    public ObjectNode createRelation(ObjectNode given, Accountability who) {
        requireAdministrator(who);
        changes.createRelation(given);
        return relation(given.path("collection").asText(), given.path("field").asText(), who);
    }

    public ObjectNode patchRelation(String collection, String field, ObjectNode given, Accountability who) {
        requireAdministrator(who);
        changes.patchRelation(collection, field, given);
        return relation(collection, field, who);
    }

    /** The field stays. */
    public void dropRelation(String collection, String field, Accountability who) {
        requireAdministrator(who);
        changes.dropRelation(collection, field);
    }

    private Schema schema() {
        return catalog.current();
    }

    private Rights rights(Accountability who) {
        return rights.of(new Authority.Caller(who));
    }

    private static void requireAdministrator(Accountability who) {
        if (!who.admin()) {
            throw Refusals.forbidden();
        }
    }

    private Stream<CollectionSchema> seen(Rights held) {
        return schema().collections().stream().filter(collection -> sees(held, collection.name()));
    }

    private CollectionSchema seen(String name, Rights held) {
        return schema().collection(name)
                .filter(collection -> sees(held, collection.name()))
                .orElseThrow(Refusals::forbidden);
    }

    private Stream<ObjectNode> fields(CollectionSchema collection, Rights held) {
        return collection.fields().stream()
                .filter(field -> sees(held, collection.name(), field.name()))
                .map(field -> changes.show(collection, field));
    }

    private static boolean sees(Rights held, String collection) {
        return Stream.of(Action.values()).anyMatch(action -> held.allows(collection, action));
    }

    private static boolean sees(Rights held, String collection, String field) {
        return Stream.of(Action.values()).anyMatch(action -> held.allows(collection, action, field));
    }

    private static boolean sees(Rights held, RelationSchema relation) {
        return sees(held, relation.many(), relation.manyField()) && sees(held, relation.one());
    }
}
