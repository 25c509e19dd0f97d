package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.FieldSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;

/** What has to be done so that a field is as it was asked for, or is no more. */
final class FieldPlans {

    private final Snapshot snapshot;
    private final Dialect dialect;

    FieldPlans(Snapshot snapshot, Dialect dialect) {
        this.snapshot = snapshot;
        this.dialect = dialect;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD or FORBIDDEN */
    Plan create(String collection, ObjectNode given) {
        CollectionSchema owner = owner(collection);
        ColumnDraft draft = ColumnDrafts.read(given);
        Optional<FieldSchema> twin = owner.field(draft.name());
        if (twin.isPresent() && !isUntold(collection, twin.get(), draft)) {
            throw Refusals.invalidPayload(
                    "Field \"" + draft.name() + "\" already exists in collection \"" + collection + "\"");
        }
        if (draft.key()) {
            throw Refusals.invalidPayload("Collection \"" + collection + "\" has a primary key already");
        }
        List<Step> steps = draft.isAlias() ? List.of() : TableSteps.addColumn(collection, draft);
        ObjectNode meta = draft.meta();
        if (!meta.hasNonNull("sort")) {
            meta.put("sort", owner.fields().size() + 1);
        }
        return noted(collection, draft, steps, meta);
    }

    /** An alias that only a relation told of is described by whoever creates it afterwards. */
    private boolean isUntold(String collection, FieldSchema twin, ColumnDraft draft) {
        return twin.isAlias()
                && draft.isAlias()
                && snapshot.described()
                        .field(collection, twin.name())
                        .filter(kept -> kept.meta().isEmpty())
                        .isPresent();
    }

    private static Plan noted(String collection, ColumnDraft draft, List<Step> steps, ObjectNode meta) {
        return Plan.of(
                steps,
                descriptions -> descriptions.putField(collection, draft.name(), draft.type(), draft.specials(), meta));
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD or FORBIDDEN */
    Plan patch(String collection, String name, ObjectNode given) {
        FieldSchema field = owner(collection).field(name).orElseThrow(Refusals::forbidden);
        if (given.hasNonNull("field") && !given.path("field").asText().equals(name)) {
            throw Refusals.invalidPayload("Field (" + name + ") can't be given another name");
        }
        Optional<Described.OfField> kept = snapshot.described().field(collection, name);
        RealTable table = Objects.requireNonNull(snapshot.tables().get(collection));
        ColumnDraft wanted = ColumnDrafts.patch(field, table, kept.orElse(null), given);
        boolean touchesTable = given.path("schema").isObject() || given.hasNonNull("type");
        List<Step> steps = field.isAlias() || !touchesTable ? List.of() : steps(collection, field, table, wanted);
        return noted(collection, wanted, steps, wanted.meta());
    }

    private List<Step> steps(String table, FieldSchema field, RealTable real, ColumnDraft wanted) {
        ColumnDraft before = ColumnDrafts.patch(field, real, null, Meta.object());
        if (wanted.key() != before.key() || wanted.counting() != before.counting()) {
            throw Refusals.invalidPayload("Field (" + field.name() + ") can't become or stop being the primary key,"
                    + " and neither start nor stop to count");
        }
        List<Step> steps = new ArrayList<>();
        String column = field.name();
        Field<?> startBefore = ColumnDefinition.start(before);
        boolean retyped = isRetyped(field, before, wanted);
        if (before.unique() && !wanted.unique()) {
            steps.add(TableSteps.dropUnique(table, column));
        }
        if (retyped) {
            steps.addAll(retype(table, field, before, wanted));
        }
        if (!before.counting() && (retyped || !Objects.equals(before.start(), wanted.start()))) {
            steps.add(TableSteps.start(table, column, ColumnDefinition.start(wanted), retyped ? null : startBefore));
        }
        if (before.nullable() != wanted.nullable() && !wanted.key()) {
            steps.add(TableSteps.nullable(table, column, wanted.nullable()));
        }
        if (!before.unique() && wanted.unique()) {
            steps.add(TableSteps.addUnique(table, column));
        }
        return steps;
    }

    private static boolean isRetyped(FieldSchema field, ColumnDraft before, ColumnDraft wanted) {
        boolean sameKind = field.columnType() == wanted.column() || isSameText(field, wanted);
        return !sameKind
                || !Objects.equals(before.length(), wanted.length())
                || wanted.type() == FieldType.DECIMAL
                        && (before.precision() != wanted.precision() || before.scale() != wanted.scale());
    }

    /** Texts, JSON and lists of any length lie in columns of one kind. */
    private static boolean isSameText(FieldSchema field, ColumnDraft wanted) {
        return field.length() == null && Types.isLongText(field.columnType()) && Types.isLongText(wanted.column());
    }

    private List<Step> retype(String table, FieldSchema field, ColumnDraft before, ColumnDraft wanted) {
        DataType<?> was = ColumnDefinition.type(
                Objects.requireNonNull(field.columnType()), before.length(), before.precision(), before.scale());
        List<Step> steps = new ArrayList<>();
        if (before.start() != null) {
            steps.add(TableSteps.start(table, field.name(), null, ColumnDefinition.start(before)));
        }
        steps.add(TableSteps.type(table, field.name(), ColumnDefinition.type(wanted), was, dialect));
        return steps;
    }

    /** The column goes too. */
    Plan drop(String collection, String name) {
        CollectionSchema owner = owner(collection);
        FieldSchema field = owner.field(name).orElseThrow(Refusals::forbidden);
        if (owner.key().name().equals(name)) {
            throw Refusals.invalidPayload("Field (" + name + ") is the primary key and can't be dropped");
        }
        List<Step> steps = new ArrayList<>();
        if (!field.isAlias()) {
            Objects.requireNonNull(snapshot.tables().get(collection))
                    .foreignKey(name)
                    .ifPresent(key -> steps.add(TableSteps.dropForeignKey(collection, key)));
            steps.add(TableSteps.dropColumn(collection, name));
        }
        Optional<Described.OfRelation> relation = snapshot.described().relation(collection, name);
        return Plan.of(steps, descriptions -> {
            relation.filter(known -> known.oneField() != null)
                    .ifPresent(known -> descriptions.dropField(known.one(), String.valueOf(known.oneField())));
            descriptions.dropField(collection, name);
        });
    }

    private CollectionSchema owner(String collection) {
        return snapshot.schema()
                .collection(collection)
                .filter(known -> snapshot.tables().containsKey(known.name()))
                .orElseThrow(Refusals::forbidden);
    }
}
