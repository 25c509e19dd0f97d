package io.dataflows.engine.items.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.items.sql.Tables;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.schema.Special;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads and writes what is kept about collections, on one connection. */
final class Descriptions {

    private final DSLContext sql;

    Descriptions(Connection connection, Dialect dialect) {
        this.sql = Tables.dsl(connection, dialect);
    }

    /** How many changes there were. */
    long number() {
        return Objects.requireNonNull(sql.fetchOne("select max(number) from df_schema_change"))
                .get(0, Long.class);
    }

    /** Notes a change; until its transaction ends, no other node makes one. */
    void count() {
        sql.execute("update df_schema_change set number = number + 1");
    }

    Described all() {
        return new Described(
                sql.fetch("select name, meta from df_collection order by place").map(Descriptions::collection),
                sql.fetch("select id, collection, field, type, special, meta from df_field order by id")
                        .map(Descriptions::field),
                sql.fetch("select id, many_collection, many_field, one_collection, one_field, meta"
                                + " from df_relation order by id")
                        .map(Descriptions::relation));
    }

    private static Described.OfCollection collection(Record row) {
        return new Described.OfCollection(row.get(0, String.class), json(row.get(1, String.class)));
    }

    private static Described.OfField field(Record row) {
        String specials = row.get(4, String.class);
        List<String> texts = specials == null ? List.of() : List.of(specials.split(","));
        return new Described.OfField(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Types.named(row.get(3, String.class)).orElse(null),
                specials(texts),
                texts,
                json(row.get(5, String.class)));
    }

    private static Described.OfRelation relation(Record row) {
        return new Described.OfRelation(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                json(row.get(5, String.class)));
    }

    private static Set<Special> specials(List<String> texts) {
        Set<Special> specials = new LinkedHashSet<>();
        texts.forEach(text -> Special.of(text).ifPresent(specials::add));
        return specials;
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.readStored(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored description is no JSON: " + text, broken);
        }
    }

    void addCollection(String name, ObjectNode meta) {
        sql.execute("insert into df_collection (name, meta) values (?, ?)", name, Json.write(meta));
    }

    void changeCollection(String name, ObjectNode meta) {
        sql.execute("update df_collection set meta = ? where name = ?", Json.write(meta), name);
    }

    /** Forgets it with its fields, and all relations from and to it. */
    void dropCollection(String name) {
        sql.execute("delete from df_relation where many_collection = ? or one_collection = ?", name, name);
        sql.execute("delete from df_field where collection = ?", name);
        sql.execute("delete from df_collection where name = ?", name);
    }

    void putField(String collection, String field, @Nullable FieldType type, List<String> specials, ObjectNode meta) {
        String kind = type == null ? null : type.text();
        String special = specials.isEmpty() ? null : String.join(",", specials);
        int changed = sql.execute(
                "update df_field set type = ?, special = ?, meta = ? where collection = ? and field = ?",
                kind,
                special,
                Json.write(meta),
                collection,
                field);
        if (changed == 0) {
            sql.execute(
                    "insert into df_field (collection, field, type, special, meta) values (?, ?, ?, ?, ?)",
                    collection,
                    field,
                    kind,
                    special,
                    Json.write(meta));
        }
    }

    void dropField(String collection, String field) {
        sql.execute("delete from df_field where collection = ? and field = ?", collection, field);
        dropRelation(collection, field);
        sql.execute(
                "update df_relation set one_field = null where one_collection = ? and one_field = ?",
                collection,
                field);
    }

    void putRelation(String many, String manyField, String one, @Nullable String oneField, ObjectNode meta) {
        dropRelation(many, manyField);
        sql.execute(
                "insert into df_relation (many_collection, many_field, one_collection, one_field, meta)"
                        + " values (?, ?, ?, ?, ?)",
                many,
                manyField,
                one,
                oneField,
                Json.write(meta));
    }

    void dropRelation(String many, String manyField) {
        sql.execute("delete from df_relation where many_collection = ? and many_field = ?", many, manyField);
    }
}
