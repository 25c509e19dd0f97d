package io.dataflows.engine.items.catalog;

import io.dataflows.engine.items.system.SystemCollections;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.RelationSchema.DeleteRule;
import io.dataflows.model.schema.Schema;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins tables with what is kept about them. */
final class SnapshotReader {

    private static final System.Logger LOG = System.getLogger(SnapshotReader.class.getName());

    private final Set<String> warned = new HashSet<>();

    /** Not for several threads at a time. */
    Snapshot read(Connection connection, Dialect dialect) throws SQLException {
        Descriptions descriptions = new Descriptions(connection, dialect);
        long number = descriptions.number();
        Described described = descriptions.all();
        Introspection database = new Introspection(connection);
        List<CollectionSchema> collections = new ArrayList<>(SystemCollections.collections(dialect));
        Map<String, RealTable> tables = new LinkedHashMap<>();
        for (Described.OfCollection known : described.collections()) {
            Optional<RealTable> table = database.table(known.name());
            Optional<CollectionSchema> collection = table.flatMap(real -> collection(known, real, described));
            table.filter(real -> collection.isPresent()).ifPresent(real -> tables.put(known.name(), real));
            collection.ifPresent(collections::add);
        }
        Set<String> names = database.names();
        return new Snapshot(number, schema(collections, tables, described), tables, described, names);
    }

    private Optional<CollectionSchema> collection(Described.OfCollection known, RealTable table, Described described) {
        Optional<CollectionSchema> collection = TableFields.collection(known, table, described, this::warn);
        if (collection.isEmpty()) {
            warn("Collection (" + known.name() + ") is left out: its table has no primary key of one known column.");
        }
        return collection;
    }

    private void warn(String message) {
        if (warned.add(message)) {
            LOG.log(Level.WARNING, message);
        }
    }

    private Schema schema(List<CollectionSchema> collections, Map<String, RealTable> tables, Described described) {
        for (Described.OfCollection known : described.collections()) {
            if (!tables.containsKey(known.name())) {
                warn("Collection (" + known.name() + ") is left out: its table is missing or unfit."
                        + " Maybe it was dropped or changed without the platform.");
            }
        }
        List<RelationSchema> relations = new ArrayList<>(SystemCollections.relations());
        relations.addAll(relations(collections, tables, described));
        return new Schema(collections, relations);
    }

    private static List<RelationSchema> relations(
            List<CollectionSchema> collections, Map<String, RealTable> tables, Described described) {
        Map<String, String> byTable = new HashMap<>();
        collections.forEach(known -> byTable.put(known.table(), known.name()));
        Set<String> names = new HashSet<>(byTable.values());
        List<RelationSchema> relations = new ArrayList<>();
        for (Described.OfRelation known : described.relations()) {
            RealTable table = tables.get(known.many());
            if (table != null && names.contains(known.one()) && table.columns().containsKey(known.manyField())) {
                relations.add(described(known, table));
            }
        }
        tables.forEach((name, table) -> relations.addAll(undescribed(name, table, byTable, described)));
        return relations;
    }

    private static RelationSchema described(Described.OfRelation known, RealTable table) {
        Optional<ForeignKey> key = table.foreignKey(known.manyField());
        DeleteRule rule = key.map(ForeignKey::onDelete).orElse(DeleteRule.NO_ACTION);
        return new RelationSchema(
                known.many(), known.manyField(), known.one(), known.oneField(), rule, key.isPresent());
    }

    /** Foreign keys that the database has, and nobody described. */
    private static List<RelationSchema> undescribed(
            String name, RealTable table, Map<String, String> byTable, Described described) {
        List<RelationSchema> relations = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            String one = byTable.get(key.otherTable());
            if (one != null && described.relation(name, key.column()).isEmpty()) {
                relations.add(new RelationSchema(name, key.column(), one, null, key.onDelete(), true));
            }
        }
        return relations;
    }
}
