package io.dataflows.engine.items.catalog;

import io.dataflows.model.schema.RelationSchema.DeleteRule;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the database about the tables in the schema of a connection. */
final class Introspection {

    private final DatabaseMetaData database;
    private final @Nullable String catalog;
    private final @Nullable String schema;

    Introspection(Connection connection) throws SQLException {
        this.database = connection.getMetaData();
        this.catalog = connection.getCatalog();
        this.schema = connection.getSchema();
    }

    /** Names of all tables, those of the platform too. */
    Set<String> names() throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = database.getTables(catalog, schema, "%", null)) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    /** The table of exactly this name. */
    Optional<RealTable> table(String name) throws SQLException {
        Map<String, TableColumn> columns = columns(name);
        if (columns.isEmpty()) {
            return Optional.empty();
        }
        List<String> key = key(name);
        Map<String, List<String>> unique = indexes(name, true);
        Set<String> indexed = new HashSet<>();
        indexes(name, false).values().forEach(index -> indexed.add(index.get(0)));
        return Optional.of(new RealTable(name, columns, key, single(unique), indexed, foreignKeys(name)));
    }

    private Map<String, TableColumn> columns(String table) throws SQLException {
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        try (ResultSet rows = database.getColumns(catalog, schema, pattern(table), "%")) {
            while (rows.next()) {
                TableColumn column = column(rows);
                columns.put(column.name(), column);
            }
        }
        return columns;
    }

    /** A name in which no character stands for others. */
    private String pattern(String name) throws SQLException {
        String escape = database.getSearchStringEscape();
        return name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static TableColumn column(ResultSet row) throws SQLException {
        return new TableColumn(
                row.getString("COLUMN_NAME"),
                row.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
                row.getInt("COLUMN_SIZE"),
                row.getInt("DECIMAL_DIGITS"),
                row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                row.getString("COLUMN_DEF"),
                "YES".equals(row.getString("IS_AUTOINCREMENT")),
                "YES".equals(row.getString("IS_GENERATEDCOLUMN")));
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = database.getPrimaryKeys(catalog, schema, table)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** Columns by index. */
    private Map<String, List<String>> indexes(String table, boolean unique) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (ResultSet rows = database.getIndexInfo(catalog, schema, table, false, true)) {
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null && rows.getBoolean("NON_UNIQUE") != unique) {
                    // PostgreSQL gives the names as a statement has them.
                    indexes.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
                            .add(unquoted(column));
                }
            }
        }
        return indexes;
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }

    private static Set<String> single(Map<String, List<String>> indexes) {
        Set<String> columns = new HashSet<>();
        indexes.values().stream().filter(index -> index.size() == 1).forEach(columns::addAll);
        return columns;
    }

    private List<ForeignKey> foreignKeys(String table) throws SQLException {
        Map<String, List<ForeignKey>> keys = new LinkedHashMap<>();
        try (ResultSet rows = database.getImportedKeys(catalog, schema, table)) {
            while (rows.next()) {
                ForeignKey key = foreignKey(rows);
                keys.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(key);
            }
        }
        return keys.values().stream()
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .toList();
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                row.getString("FK_NAME"),
                row.getString("FKCOLUMN_NAME"),
                row.getString("PKTABLE_NAME"),
                row.getString("PKCOLUMN_NAME"),
                rule(row.getInt("DELETE_RULE")));
    }

    private static DeleteRule rule(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> DeleteRule.CASCADE;
            case DatabaseMetaData.importedKeySetNull -> DeleteRule.SET_NULL;
            case DatabaseMetaData.importedKeySetDefault -> DeleteRule.SET_DEFAULT;
            case DatabaseMetaData.importedKeyRestrict -> DeleteRule.RESTRICT;
            default -> DeleteRule.NO_ACTION;
        };
    }
}
