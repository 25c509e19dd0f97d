package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.Refusals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What has to be done so that a collection is there as it was asked for, or is no more. */
final class CollectionPlans {

    private final Snapshot snapshot;
    private final Connection connection;

    CollectionPlans(Snapshot snapshot, Connection connection) {
        this.snapshot = snapshot;
        this.connection = connection;
    }

    /**
     * A table that is there already is adopted as it is.
     *
     * @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD
     */
    Plan create(ObjectNode given) throws SQLException {
        String name = Names.collection(given.path("collection"));
        if (snapshot.described().collection(name).isPresent()) {
            throw Refusals.invalidPayload("Collection \"" + name + "\" already exists");
        }
        List<ColumnDraft> fields = fields(given.path("fields"));
        ObjectNode meta = Meta.patchCollection(Meta.object(), given.get("meta"));
        if (snapshot.tableNames().contains(name)) {
            return Plan.of(adopted(name, fields), noted(name, meta, fields));
        }
        if (given.has("schema") && !given.path("schema").isObject()) {
            throw Refusals.invalidPayload(
                    "Table (" + name + ") does not exist." + " Maybe give \"schema\" as {}, so that it is made");
        }
        List<ColumnDraft> keyed = keyed(fields);
        List<ColumnDraft> columns =
                keyed.stream().filter(field -> !field.isAlias()).toList();
        return Plan.of(List.of(TableSteps.create(name, columns)), noted(name, meta, keyed));
    }

    private static List<ColumnDraft> fields(JsonNode given) {
        if (given.isMissingNode() || given.isNull()) {
            return List.of();
        }
        if (!given.isArray()) {
            throw Refusals.invalidPayload("\"fields\" must be an array");
        }
        List<ColumnDraft> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        given.forEach(field -> fields.add(ColumnDrafts.read(field)));
        for (ColumnDraft field : fields) {
            if (!names.add(field.name())) {
                throw Refusals.invalidPayload("Field \"" + field.name() + "\" is given more than once");
            }
        }
        return fields;
    }

    private static List<ColumnDraft> keyed(List<ColumnDraft> fields) {
        List<ColumnDraft> keys = fields.stream().filter(ColumnDraft::key).toList();
        if (keys.size() > 1) {
            throw Refusals.invalidPayload("A collection has one primary key, and " + keys.size() + " are given");
        }
        if (keys.stream().anyMatch(ColumnDraft::isAlias)) {
            throw Refusals.invalidPayload("An alias can't be the primary key");
        }
        if (!keys.isEmpty()) {
            return fields;
        }
        List<ColumnDraft> keyed = new ArrayList<>(fields.size() + 1);
        keyed.add(ColumnDraft.countingKey());
        keyed.addAll(fields);
        if (fields.stream().anyMatch(field -> field.name().equals("id"))) {
            throw Refusals.invalidPayload(
                    "Field \"id\" would be the primary key. Maybe set \"schema.is_primary_key\" of it to true");
        }
        return keyed;
    }

    private List<Step> adopted(String name, List<ColumnDraft> fields) throws SQLException {
        RealTable table = new Introspection(connection)
                .table(name)
                .orElseThrow(() -> Refusals.invalidPayload("Table (" + name + ") has no columns"));
        for (TableColumn column : table.columns().values()) {
            if (KnownType.of(column).isEmpty()) {
                throw Refusals.invalidPayload(KnownType.unknown(name, column) + " Maybe make a view of it into a table"
                        + " without this column");
            }
        }
        if (table.key().size() != 1) {
            throw Refusals.invalidPayload("Table (" + name + ") has a primary key of ("
                    + table.key().size() + ") columns. Maybe give it one of exactly one column");
        }
        for (ColumnDraft field : fields) {
            if (!field.isAlias() && !table.columns().containsKey(field.name())) {
                throw Refusals.invalidPayload("Table (" + name + ") has no column (" + field.name()
                        + "). Maybe add the field after the table was adopted");
            }
        }
        return List.of();
    }

    private static Consumer<Descriptions> noted(String name, ObjectNode meta, List<ColumnDraft> fields) {
        return descriptions -> {
            descriptions.addCollection(name, meta);
            int place = 0;
            for (ColumnDraft field : fields) {
                place++;
                ObjectNode fieldMeta = field.meta().deepCopy();
                if (!fieldMeta.hasNonNull("sort")) {
                    fieldMeta.put("sort", place);
                }
                descriptions.putField(name, field.name(), field.type(), field.specials(), fieldMeta);
            }
        };
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD */
    Plan patch(String name, ObjectNode given) {
        Described.OfCollection kept = known(name);
        ObjectNode meta = Meta.patchCollection(kept.meta(), given.get("meta"));
        return Plan.ofNote(descriptions -> descriptions.changeCollection(name, meta));
    }

    /** The table goes too; what leads to it stays, without leading anywhere. */
    Plan drop(String name) {
        known(name);
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<String, RealTable> other : snapshot.tables().entrySet()) {
            if (!other.getKey().equals(name)) {
                other.getValue().foreignKeys().stream()
                        .filter(key -> key.otherTable().equals(name))
                        .forEach(key -> steps.add(TableSteps.dropForeignKey(other.getKey(), key)));
            }
        }
        if (snapshot.tableNames().contains(name)) {
            steps.add(TableSteps.dropTable(name));
        }
        return Plan.of(steps, descriptions -> {
            snapshot.described().relations().stream()
                    .filter(relation -> relation.many().equals(name) && relation.oneField() != null)
                    .forEach(relation -> descriptions.dropField(relation.one(), String.valueOf(relation.oneField())));
            descriptions.dropCollection(name);
        });
    }

    private Described.OfCollection known(String name) {
        return snapshot.described().collection(name).orElseThrow(Refusals::forbidden);
    }
}
