package io.dataflows.engine.items.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.ee.store.Database;
import io.dataflows.engine.ee.store.TestSource;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.listing.ListQueryParser;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.access.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.schema.FieldSchema;
import io.dataflows.model.schema.RelationSchema;
import io.dataflows.model.schema.Schema;
import io.dataflows.model.schema.Special;
import io.dataflows.model.trigger.Authority;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Articles with authors and comments, in one of the databases; read as the administrator until something is granted. */
final class Library implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final ObjectNode NOTHING = (ObjectNode) json("{}");
    final CountedSource source;
    private final Database database;
    private final Map<String, Map<Action, List<Grant>>> grants = new HashMap<>();
    private Authority authority = new Authority.Platform();
    final ItemReading reading;

    private Library(DataSource plain) {
        TestSource.run(plain, TABLES);
        this.source = new CountedSource(plain);
        this.database = Database.open(source);
        this.reading = new ItemReading(database.sql(), Library::schema, who -> new Rights(who, grants, variables()), 5);
    }

    static Library on(Dialect dialect) {
        return new Library(dialect == Dialect.H2 ? TestSource.freshH2() : TestSource.freshPostgres());
    }

    private static final String[] TABLES = {
        "create table \"author\" (\"id\" integer primary key, \"name\" varchar(50), \"secret\" varchar(50))",
        "create table \"article\" (\"id\" integer primary key, \"title\" varchar(255), \"status\" varchar(255),"
                + " \"views\" integer, \"price\" double precision, \"published\" boolean, \"tags\" text,"
                + " \"on\" timestamp with time zone, \"author\" integer, \"token\" varchar(50))",
        "create table \"comment\" (\"id\" integer primary key, \"text\" varchar(200), \"article\" integer,"
                + " \"likes\" integer)",
        "insert into \"author\" values (1, 'Austen', 'a-secret'), (2, 'Eliot', 'e-secret')",
        "insert into \"article\" values (1, 'One', 'draft', 10, 1.5, false, '[\"a\"]',"
                + " timestamp with time zone '2026-01-01 00:00:00+00', 1, 'x'),"
                + " (2, 'Two', 'published', 20, 2.5, true, null, null, 2, null),"
                + " (3, 'Three', 'published', null, null, null, '{\"k\":1}',"
                + " timestamp with time zone '2026-02-01 00:00:00+00', null, 'z')",
        "insert into \"comment\" values (1, 'good', 1, 5), (2, 'bad', 1, 3), (3, 'ugly', 1, null), (4, 'good', 2, 1)"
    };

    static Schema schema() {
        return SCHEMA;
    }

    private static final Schema SCHEMA = new Schema(
            List.of(
                            CollectionSchema.of(
                                    "articles",
                                    "id",
                                    List.of(
                                            key(),
                                            FieldSchema.of("title", FieldType.STRING, ColumnType.VARCHAR),
                                            FieldSchema.of("status", FieldType.TEXT, ColumnType.TEXT),
                                            FieldSchema.of("views", FieldType.INTEGER, ColumnType.INTEGER),
                                            FieldSchema.of("price", FieldType.FLOAT, ColumnType.DOUBLE),
                                            FieldSchema.of("published", FieldType.BOOLEAN, ColumnType.BOOLEAN),
                                            FieldSchema.of("tags", FieldType.JSON, ColumnType.JSON_TEXT),
                                            FieldSchema.of("on", FieldType.TIMESTAMP, ColumnType.TIMESTAMP_WITH_ZONE),
                                            FieldSchema.of("author", FieldType.INTEGER, ColumnType.INTEGER),
                                            FieldSchema.of("token", FieldType.STRING, ColumnType.VARCHAR)
                                                    .with(Special.CONCEAL),
                                            FieldSchema.alias("comments"))),
                            CollectionSchema.of(
                                    "authors",
                                    "id",
                                    List.of(
                                            key(),
                                            FieldSchema.of("name", FieldType.STRING, ColumnType.VARCHAR),
                                            FieldSchema.of("secret", FieldType.STRING, ColumnType.VARCHAR),
                                            FieldSchema.alias("articles"))),
                            CollectionSchema.of(
                                    "comments",
                                    "id",
                                    List.of(
                                            key(),
                                            FieldSchema.of("text", FieldType.STRING, ColumnType.VARCHAR),
                                            FieldSchema.of("article", FieldType.INTEGER, ColumnType.INTEGER),
                                            FieldSchema.of("likes", FieldType.INTEGER, ColumnType.INTEGER))))
                    .stream()
                    .map(Library::onItsTable)
                    .toList(),
            List.of(
                    relation("articles", "author", "authors", "articles"),
                    relation("comments", "article", "articles", "comments")));

    private static FieldSchema key() {
        return FieldSchema.of("id", FieldType.INTEGER, ColumnType.INTEGER).counting();
    }

    private static CollectionSchema onItsTable(CollectionSchema plural) {
        String table = plural.name().substring(0, plural.name().length() - 1);
        return new CollectionSchema(
                plural.name(), table, "id", plural.fields(), false, io.dataflows.model.schema.Tracking.ALL, null);
    }

    private static RelationSchema relation(String many, String field, String one, String list) {
        return new RelationSchema(many, field, one, list, RelationSchema.DeleteRule.NO_ACTION, false);
    }

    private static DynamicVariables variables() {
        return DynamicVariables.of(null, CLOCK);
    }

    /** From here on somebody else reads, who has only what is granted. */
    Library grant(String collection, @Nullable String filter, String... fields) {
        authority = Authority.everyone();
        grants.computeIfAbsent(collection, none -> new HashMap<>())
                .computeIfAbsent(Action.READ, none -> new ArrayList<>())
                .add(new Grant(
                        Set.of(fields), filter == null ? null : FilterParser.parse(json(filter)), null, NOTHING));
        return this;
    }

    Library stranger() {
        authority = Authority.everyone();
        return this;
    }

    Sql sql() {
        return database.sql();
    }

    Rights rights() {
        return new Rights(authority, grants, variables());
    }

    ItemScope scope(String collection) {
        return new ItemScope(authority, collection, false);
    }

    static ListQuery query(String parameters) {
        return new ListQueryParser(100, -1).parse((ObjectNode) json(parameters));
    }

    Page page(String collection, String parameters) {
        return reading.list(scope(collection), query(parameters));
    }

    /** The answer's data, in single quotes. */
    String list(String collection, String parameters) {
        return page(collection, parameters).data().toString().replace('"', '\'');
    }

    static JsonNode json(String text) {
        try {
            return Json.read(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
