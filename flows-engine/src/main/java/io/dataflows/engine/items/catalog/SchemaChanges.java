package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes collections, fields and relations, and shows them as the API does. Nobody's rights are looked at here. Each
 * change happens wholly or not at all, one at a time; what was refused is told by a
 * {@link io.dataflows.model.error.FlowsException} with INVALID_PAYLOAD, or FORBIDDEN for what isn't there.
 */
public final class SchemaChanges {

    private final CollectionCatalog catalog;
    private final Sql sql;
    private final PlanRun plans;

    public SchemaChanges(CollectionCatalog catalog) {
        this.catalog = catalog;
        this.sql = catalog.sql();
        this.plans = new PlanRun(sql);
    }

    public ObjectNode show(CollectionSchema collection) {
        return new SchemaViews(catalog.snapshot()).collection(collection);
    }

    public ObjectNode show(CollectionSchema collection, FieldSchema field) {
        return new SchemaViews(catalog.snapshot()).field(collection, field);
    }

    public ObjectNode show(RelationSchema relation) {
        return new SchemaViews(catalog.snapshot()).relation(relation);
    }

    /** All of them, or none. */
    public synchronized void createCollections(List<ObjectNode> given) {
        Set<String> names = new HashSet<>();
        change((snapshot, connection) -> {
            CollectionPlans collections = new CollectionPlans(snapshot, connection);
            Plan plan = new Plan(List.of(), List.of());
            for (ObjectNode one : given) {
                plan = plan.and(collections.create(one));
                if (!names.add(one.path("collection").asText())) {
                    throw Refusals.invalidPayload("A collection is given more than once");
                }
            }
            return plan;
        });
    }

    public synchronized void patchCollection(String name, ObjectNode given) {
        change((snapshot, connection) -> new CollectionPlans(snapshot, connection).patch(name, given));
    }

    public synchronized void dropCollection(String name) {
        change((snapshot, connection) -> new CollectionPlans(snapshot, connection).drop(name));
    }

    public synchronized void createField(String collection, ObjectNode given) {
        change((snapshot, connection) -> new FieldPlans(snapshot, sql.dialect()).create(collection, given));
    }

    public synchronized void patchField(String collection, String field, ObjectNode given) {
        change((snapshot, connection) -> new FieldPlans(snapshot, sql.dialect()).patch(collection, field, given));
    }

    public synchronized void dropField(String collection, String field) {
        change((snapshot, connection) -> new FieldPlans(snapshot, sql.dialect()).drop(collection, field));
    }

    public synchronized void createRelation(ObjectNode given) {
        change((snapshot, connection) -> new RelationPlans(snapshot, sql.dialect()).create(given));
    }

    public synchronized void patchRelation(String collection, String field, ObjectNode given) {
        change((snapshot, connection) -> new RelationPlans(snapshot, sql.dialect()).patch(collection, field, given));
    }

    public synchronized void dropRelation(String collection, String field) {
        change((snapshot, connection) -> new RelationPlans(snapshot, sql.dialect()).drop(collection, field));
    }

    /** What was planned is planned on what is there now, not on what was known. */
    private void change(Planning planning) {
        Snapshot now = catalog.fresh();
        plans.run(sql.plain(connection -> planning.plan(now, connection)));
        catalog.fresh();
    }

    @FunctionalInterface
    private interface Planning {
        Plan plan(Snapshot snapshot, Connection connection) throws SQLException;
    }
}
