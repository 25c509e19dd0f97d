package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.items.sql.ColumnValues;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.model.schema.FieldSchema;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Inserts rows in as few round trips as there are runs of rows with the same columns. */
final class RowInsert {

    private static final int MOST_ROWS = 1_000;

    private RowInsert() {}

    /** The keys of the new rows, as the API shows them, in the order of the rows. */
    static List<JsonNode> insert(WriteCall call, List<Row> rows) throws SQLException {
        List<JsonNode> keys = new ArrayList<>(rows.size());
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || to - from == MOST_ROWS || !sameColumns(rows.get(from), rows.get(to))) {
                insertAlike(call, rows.subList(from, to), keys);
                from = to;
            }
        }
        return keys;
    }

    private static boolean sameColumns(Row one, Row other) {
        return one.fields().equals(other.fields());
    }

    private static void insertAlike(WriteCall call, List<Row> rows, List<JsonNode> keys) throws SQLException {
        FieldSchema key = call.collection().key();
        boolean given = rows.get(0).fields().contains(key);
        String sql = query(call, rows.get(0)).getSQL();
        try (PreparedStatement statement = given
                ? call.connection().prepareStatement(sql)
                : call.connection().prepareStatement(sql, new String[] {Objects.requireNonNull(key.column())})) {
            send(statement, rows);
            if (given) {
                rows.forEach(row -> keys.add(ColumnValues.toJson(key, row.value(key))));
            } else {
                readKeys(statement, key, keys);
            }
        } catch (SQLException refused) {
            throw DatabaseRefusals.of(call.collection(), refused, blamed(refused, rows));
        }
    }

    private static Query query(WriteCall call, Row row) {
        var insert = call.dsl().insertInto(Tables.table(call.collection()));
        if (row.isEmpty()) {
            return insert.defaultValues();
        }
        List<Field<Object>> columns = row.fields().stream().map(Tables::column).toList();
        Stream<Field<?>> places = row.fields().stream().map(field -> DSL.val((Object) null, ColumnValues.type(field)));
        return insert.columns(columns).values(places.toList());
    }

    private static void send(PreparedStatement statement, List<Row> rows) throws SQLException {
        if (rows.size() == 1) {
            bind(statement, rows.get(0));
            statement.executeUpdate();
            return;
        }
        for (Row row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.values().get(i);
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value instanceof JSON json ? json.data() : value);
            }
        }
    }

    private static void readKeys(PreparedStatement statement, FieldSchema key, List<JsonNode> into)
            throws SQLException {
        try (ResultSet made = statement.getGeneratedKeys()) {
            while (made.next()) {
                into.add(ColumnValues.toJson(key, read(made)));
            }
        }
    }

    private static @Nullable Object read(ResultSet made) throws SQLException {
        return made.getObject(1);
    }

    /** The row that was refused, where the database tells which, or all of them. */
    private static List<Row> blamed(SQLException refused, List<Row> rows) {
        if (refused instanceof BatchUpdateException batch) {
            int[] counts = batch.getUpdateCounts();
            List<Row> failed = new ArrayList<>();
            for (int i = 0; i < Math.min(counts.length, rows.size()); i++) {
                if (counts[i] == Statement.EXECUTE_FAILED) {
                    failed.add(rows.get(i));
                }
            }
            return failed.isEmpty() ? rows : failed;
        }
        return rows;
    }
}
