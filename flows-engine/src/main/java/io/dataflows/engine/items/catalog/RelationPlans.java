package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.RelationSchema.DeleteRule;
import io.dataflows.model.schema.Special;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to be done so that a field leads to another collection, or does no more. */
final class RelationPlans {

    private final Snapshot snapshot;
    private final Dialect dialect;

    RelationPlans(Snapshot snapshot, Dialect dialect) {
        this.snapshot = snapshot;
        this.dialect = dialect;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    Plan create(ObjectNode given) {
        CollectionSchema many = many(text(given, "collection"));
        String field = text(given, "field");
        FieldSchema column = column(many, field);
        if (snapshot.schema().toOne(many.name(), field).isPresent()) {
            throw Refusals.invalidPayload("Field \"" + field + "\" in collection \"" + many.name()
                    + "\" already has an associated relationship");
        }
        CollectionSchema one = one(text(given, "related_collection"));
        String alias = alias(given.path("meta"), null);
        requireFree(one, alias);
        List<Step> steps = new ArrayList<>();
        if (!given.has("schema") || given.path("schema").isObject()) {
            fitted(many, column, one).ifPresent(steps::add);
            steps.add(TableSteps.addForeignKey(many.name(), key(many, field, one, rule(given.path("schema")))));
        }
        ObjectNode meta = Meta.patchRelation(Meta.object(), given.get("meta"));
        return Plan.of(steps, descriptions -> note(descriptions, many.name(), field, one.name(), alias, meta));
    }

    private void note(
            Descriptions descriptions, String many, String field, String one, @Nullable String alias, ObjectNode meta) {
        descriptions.putRelation(many, field, one, alias, meta);
        if (alias != null && snapshot.described().field(one, alias).isEmpty()) {
            descriptions.putField(one, alias, FieldType.ALIAS, List.of(Special.O2M.text()), Meta.object());
        }
    }

    private CollectionSchema many(String name) {
        return snapshot.schema()
                .collection(name)
                .filter(known -> snapshot.tables().containsKey(name))
                .orElseThrow(() -> Refusals.invalidPayload("Collection \"" + name + "\" doesn't exist"));
    }

    private CollectionSchema one(String name) {
        return snapshot.schema()
                .collection(name)
                .orElseThrow(() -> Refusals.invalidPayload("Collection \"" + name + "\" doesn't exist"));
    }

    private static FieldSchema column(CollectionSchema many, String name) {
        FieldSchema field = many.field(name)
                .filter(known -> !known.isAlias())
                .orElseThrow(() -> Refusals.invalidPayload(
                        "Field \"" + name + "\" doesn't exist in \"" + many.name() + "\" collection"));
        if (many.key().name().equals(name)) {
            throw Refusals.invalidPayload(
                    "Field \"" + name + "\" in collection \"" + many.name() + "\" is a primary key");
        }
        return field;
    }

    private static void requireFree(CollectionSchema one, @Nullable String alias) {
        if (alias == null) {
            return;
        }
        if (one.isSystem()) {
            throw Refusals.invalidPayload("Collection \"" + one.name() + "\" can't be given fields");
        }
        Optional<FieldSchema> twin = one.field(alias);
        if (twin.isPresent() && !twin.get().isAlias()) {
            throw Refusals.invalidPayload(
                    "Field \"" + alias + "\" already exists in collection \"" + one.name() + "\"");
        }
    }

    /** Keys of the platform's own collections are texts, so that what leads there has to be one. */
    private Optional<Step> fitted(CollectionSchema many, FieldSchema column, CollectionSchema one) {
        ColumnType wanted = one.key().columnType();
        ColumnType held = column.columnType();
        if (wanted != ColumnType.UUID_TEXT || held != ColumnType.UUID) {
            return Optional.empty();
        }
        return Optional.of(TableSteps.type(
                many.name(),
                column.name(),
                ColumnDefinition.type(wanted, 36, 0, 0),
                ColumnDefinition.type(held, null, 0, 0),
                dialect));
    }

    private ForeignKey key(CollectionSchema many, String field, CollectionSchema one, DeleteRule rule) {
        String column = Objects.requireNonNull(one.key().column());
        boolean unquoted = one.isSystem() && !snapshot.tableNames().contains(one.table());
        // H2 writes names in capitals that weren't quoted.
        return new ForeignKey(
                Names.foreign(many.name(), field),
                field,
                unquoted ? one.table().toUpperCase(Locale.ROOT) : one.table(),
                unquoted ? column.toUpperCase(Locale.ROOT) : column,
                rule);
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD or FORBIDDEN */
    Plan patch(String collection, String field, ObjectNode given) {
        RelationSchema relation = known(collection, field);
        Optional<Described.OfRelation> kept = snapshot.described().relation(collection, field);
        String alias = alias(given.path("meta"), relation.oneField());
        if (!Objects.equals(alias, relation.oneField())) {
            requireFree(one(relation.one()), alias);
        }
        ObjectNode meta =
                Meta.patchRelation(kept.map(Described.OfRelation::meta).orElseGet(Meta::object), given.get("meta"));
        List<Step> steps = new ArrayList<>();
        if (given.path("schema").has("on_delete")) {
            steps.addAll(ruled(many(collection), field, one(relation.one()), rule(given.path("schema"))));
        }
        return Plan.of(steps, descriptions -> note(descriptions, collection, field, relation.one(), alias, meta));
    }

    private List<Step> ruled(CollectionSchema many, String field, CollectionSchema one, DeleteRule rule) {
        Optional<ForeignKey> before = foreignKey(many.name(), field);
        if (before.isPresent() && before.get().onDelete() == rule) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        before.ifPresent(known -> steps.add(TableSteps.dropForeignKey(many.name(), known)));
        steps.add(TableSteps.addForeignKey(many.name(), key(many, field, one, rule)));
        return steps;
    }

    /** The field stays, and so do its values. */
    Plan drop(String collection, String field) {
        RelationSchema relation = known(collection, field);
        List<Step> steps = foreignKey(collection, field)
                .map(known -> List.of(TableSteps.dropForeignKey(collection, known)))
                .orElse(List.of());
        return Plan.of(steps, descriptions -> {
            String alias = relation.oneField();
            if (alias != null) {
                descriptions.dropField(relation.one(), alias);
            }
            descriptions.dropRelation(collection, field);
        });
    }

    private Optional<ForeignKey> foreignKey(String collection, String field) {
        return Optional.ofNullable(snapshot.tables().get(collection)).flatMap(table -> table.foreignKey(field));
    }

    private RelationSchema known(String collection, String field) {
        return snapshot.schema()
                .toOne(collection, field)
                .filter(relation -> snapshot.tables().containsKey(relation.many()))
                .orElseThrow(Refusals::forbidden);
    }

    private static String text(ObjectNode given, String member) {
        JsonNode value = given.path(member);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw Refusals.invalidPayload("\"" + member + "\" is required");
        }
        return value.textValue();
    }

    private static @Nullable String alias(JsonNode meta, @Nullable String otherwise) {
        JsonNode given = meta.path("one_field");
        if (given.isMissingNode()) {
            return otherwise;
        }
        return given.isNull() ? null : Names.field(given);
    }

    private static DeleteRule rule(JsonNode schema) {
        JsonNode given = schema.path("on_delete");
        if (given.isMissingNode() || given.isNull()) {
            return DeleteRule.NO_ACTION;
        }
        for (DeleteRule rule : DeleteRule.values()) {
            if (rule.name().replace('_', ' ').equalsIgnoreCase(given.asText())) {
                return rule;
            }
        }
        throw Refusals.invalidPayload(
                "\"on_delete\" must be one of [NO ACTION, RESTRICT, CASCADE, SET NULL, SET DEFAULT]");
    }
}
