package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.SchemaLibrary;
import io.dataflows.engine.access.Grant;
import io.dataflows.engine.access.Rights;
import io.dataflows.engine.access.RightsSource;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.items.catalog.CollectionCatalog;
import io.dataflows.engine.json.Json;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.model.schema.ColumnType;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaLibraryTest {

    private static final Accountability ADMIN = new Accountability(null, null, List.of(), true, true, null, null, null);
    private static final Accountability READER = Accountability.anonymous(null, null, null);
    private static final Clock STILL = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    enum Product {
        H2,
        POSTGRESQL;

        DataSource source() {
            return this == H2 ? TestSource.freshH2() : TestSource.freshPostgres();
        }
    }

    /** One node on a database. */
    private record Node(DataSource source, Database database, CollectionCatalog catalog, SchemaLibrary library) {

        ObjectNode create(String json) {
            return library.createCollections(List.of(json(json)), ADMIN).get(0);
        }

        ObjectNode schemaOf(String collection, String field) {
            return (ObjectNode) library.field(collection, field, ADMIN).get("schema");
        }

        boolean hasTable(String name) {
            try (var connection = source.getConnection();
                    var rows = connection.getMetaData().getTables(null, null, name, null)) {
                return rows.next();
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @FunctionalInterface
    private interface Use {
        void of(Node node) throws Exception;
    }

    private static void with(Product product, Use use) throws Exception {
        with(product.source(), use);
    }

    private static void with(DataSource source, Use use) throws Exception {
        try (Database database = Database.open(source)) {
            use.of(node(source, database, STILL));
        }
    }

    private static Node node(DataSource source, Database database, Clock clock) {
        CollectionCatalog catalog = new CollectionCatalog(database.sql(), clock);
        return new Node(source, database, catalog, new SchemaLibrary(catalog, readsTitles()));
    }

    /** Everybody who isn't an administrator reads titles of articles. */
    private static RightsSource readsTitles() {
        Grant titles = new Grant(Set.of("title"), null, null, Json.object());
        Map<String, Map<Action, List<Grant>>> grants = Map.of("articles", Map.of(Action.READ, List.of(titles)));
        return authority -> new Rights(authority, grants, DynamicVariables.of(ADMIN, STILL));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.read(text.replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static final String ARTICLES =
            """
            {'collection': 'articles', 'schema': {}, 'meta': {'note': 'Texts'}, 'fields': [
              {'field': 'id', 'type': 'integer', 'schema': {'is_primary_key': true, 'has_auto_increment': true}},
              {'field': 'title', 'type': 'string', 'schema': {'is_nullable': false, 'is_unique': true, 'max_length': 80}},
              {'field': 'status', 'type': 'string', 'schema': {'default_value': 'it is a draft'}},
              {'field': 'views', 'type': 'integer', 'schema': {'default_value': 7}},
              {'field': 'huge', 'type': 'bigInteger', 'schema': {}},
              {'field': 'score', 'type': 'float', 'schema': {}},
              {'field': 'price', 'type': 'decimal', 'schema': {}},
              {'field': 'published', 'type': 'boolean', 'schema': {'default_value': false}},
              {'field': 'day', 'type': 'date'}, {'field': 'hour', 'type': 'time'},
              {'field': 'on', 'type': 'dateTime'},
              {'field': 'made', 'type': 'timestamp', 'schema': {'default_value': 'CURRENT_TIMESTAMP'},
                'meta': {'special': ['date-created']}},
              {'field': 'maker', 'type': 'uuid', 'meta': {'special': ['user-created']}},
              {'field': 'ref', 'type': 'uuid'}, {'field': 'body', 'type': 'text'},
              {'field': 'extra', 'type': 'json', 'meta': {'special': ['cast-json']}},
              {'field': 'tags', 'type': 'csv'}, {'field': 'pin', 'type': 'hash'},
              {'field': 'notes', 'type': 'alias', 'meta': {'special': ['o2m'], 'interface': 'list-o2m'}}]}""";

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsItWasAskedFor(Product product) throws Exception {
        with(product, node -> {
            node.create(ARTICLES);
            List<String> types = new ArrayList<>();
            node.library
                    .fields("articles", ADMIN)
                    .forEach(field -> types.add(field.path("type").asText()));
            assertThat(types)
                    .containsExactly(
                            "integer",
                            "string",
                            "string",
                            "integer",
                            "bigInteger",
                            "float",
                            "decimal",
                            "boolean",
                            "date",
                            "time",
                            "dateTime",
                            "timestamp",
                            "uuid",
                            "uuid",
                            "text",
                            "json",
                            "csv",
                            "hash",
                            "alias");
            assertThat(node.schemaOf("articles", "title"))
                    .isEqualTo(json("{'name':'title','table':'articles','data_type':'varchar','default_value':null,"
                            + "'max_length':80,'numeric_precision':null,'numeric_scale':null,"
                            + "'is_generated':false,'generation_expression':null,'is_nullable':false,"
                            + "'is_unique':true,'is_indexed':false,'is_primary_key':false,"
                            + "'has_auto_increment':false,'foreign_key_column':null,"
                            + "'foreign_key_table':null}"));
            assertThat(node.schemaOf("articles", "id")
                            .path("has_auto_increment")
                            .asBoolean())
                    .isTrue();
            assertThat(node.schemaOf("articles", "status").path("default_value").asText())
                    .isEqualTo("it is a draft");
            assertThat(node.schemaOf("articles", "views").path("default_value").asInt())
                    .isEqualTo(7);
            assertThat(node.schemaOf("articles", "published")
                            .path("default_value")
                            .isBoolean())
                    .isTrue();
            assertThat(node.schemaOf("articles", "made").path("default_value").asText())
                    .isEqualTo("CURRENT_TIMESTAMP");
            assertThat(node.schemaOf("articles", "price").path("numeric_scale").asInt())
                    .isEqualTo(5);
            assertThat(node.library
                            .field("articles", "notes", ADMIN)
                            .path("schema")
                            .isNull())
                    .isTrue();
            assertThat(node.catalog
                            .current()
                            .collection("articles")
                            .orElseThrow()
                            .field("maker")
                            .orElseThrow()
                            .columnType())
                    .isEqualTo(ColumnType.UUID_TEXT);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCollectionWithoutFieldsHasACountingKey(Product product) throws Exception {
        with(product, node -> {
            ObjectNode view = node.create("{'collection': 'plain', 'schema': {}}");
            assertThat(view.path("meta").path("accountability").asText()).isEqualTo("all");
            assertThat(view.path("meta").size()).isEqualTo(22);
            assertThat(node.schemaOf("plain", "id").path("has_auto_increment").asBoolean())
                    .isTrue();
            TestSource.run(node.source, "insert into \"plain\" default values", "insert into \"plain\" default values");
            assertThat(TestSource.number(node.source, "select max(\"id\") from \"plain\""))
                    .isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void namesThatCouldBeMoreThanNamesAreRefused(Product product) throws Exception {
        with(product, node -> {
            for (String name : List.of(
                    "a b",
                    "a;drop table df_flow",
                    "1a",
                    "a-b",
                    "ä",
                    "a\\\"b",
                    "x".repeat(64),
                    "df_x",
                    "DF_flow",
                    "directus_x",
                    "Directus_users")) {
                assertRefused(() -> node.create("{'collection': '" + name + "', 'schema': {}}"), "INVALID_PAYLOAD");
                assertThat(own(node.library.collections(ADMIN))).isEmpty();
            }
            node.create("{'collection': 'select', 'schema': {}}");
            assertRefused(
                    () -> node.library.createField("select", json("{'field': 'x\\\" int', 'type': 'string'}"), ADMIN),
                    "INVALID_PAYLOAD");
            node.library.createField("select", json("{'field': 'from', 'type': 'string'}"), ADMIN);
            assertRefused(() -> node.create("{'collection': 'select', 'schema': {}}"), "INVALID_PAYLOAD");
            assertRefused(
                    () -> node.library.createField("select", json("{'field': 'from', 'type': 'string'}"), ADMIN),
                    "INVALID_PAYLOAD");
        });
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FlowsException.class, refused -> assertThat(
                        refused.fault().code())
                .isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void aTableOfOthersIsAdoptedAsItIs(Product product) throws Exception {
        DataSource source = product.source();
        TestSource.run(
                source,
                "create table \"parts\" (\"no\" varchar(20) not null primary key, \"weight\" real,"
                        + " \"made\" timestamp with time zone default now() not null)",
                "insert into \"parts\" (\"no\") values ('a')");
        with(source, node -> {
            ObjectNode view = node.create("{'collection': 'parts', 'schema': null, 'meta': {'icon': 'bolt'}}");
            assertThat(view.path("meta").path("icon").asText()).isEqualTo("bolt");
            assertThat(node.schemaOf("parts", "no").path("is_primary_key").asBoolean())
                    .isTrue();
            assertThat(node.library.field("parts", "weight", ADMIN).path("type").asText())
                    .isEqualTo("float");
            assertThat(node.library.field("parts", "weight", ADMIN).path("meta").isNull())
                    .isTrue();
            assertThat(TestSource.number(source, "select count(*) from \"parts\""))
                    .isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tablesThatDoNotFitAreRefusedByName(Product product) throws Exception {
        DataSource source = product.source();
        TestSource.run(
                source,
                "create table \"odd\" (\"id\" integer primary key, \"blob\" "
                        + (product == Product.H2 ? "varbinary(5)" : "bytea") + ")",
                "create table \"pairs\" (\"a\" integer not null, \"b\" integer not null, primary key (\"a\", \"b\"))",
                "create table \"keyless\" (\"a\" integer)");
        with(source, node -> {
            assertThatThrownBy(() -> node.create("{'collection': 'odd'}"))
                    .hasMessageContaining("Column (blob) of table (odd) has type (");
            assertThatThrownBy(() -> node.create("{'collection': 'pairs'}")).hasMessageContaining("(2) columns");
            assertThatThrownBy(() -> node.create("{'collection': 'keyless'}")).hasMessageContaining("(0) columns");
            assertThatThrownBy(() -> node.create("{'collection': 'nowhere', 'schema': null}"))
                    .hasMessageContaining("does not exist");
            assertThat(own(node.library.collections(ADMIN))).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCreationThatFailsLeavesNothing(Product product) throws Exception {
        with(product, node -> {
            String good = "{'collection': 'good', 'schema': {}}";
            assertRefused(
                    () -> node.library.createCollections(
                            List.of(json(good), json("{'collection': 'good', 'schema': {}}")), ADMIN),
                    "INVALID_PAYLOAD");
            // What the database alone refuses: the name is taken by something that is no table.
            TestSource.run(
                    node.source,
                    "create table \"other\" (\"id\" integer, constraint \"bad_x_unique\" unique (\"id\"))");
            String bad = "{'collection': 'bad', 'schema': {}, 'fields': [{'field': 'key', 'type': 'uuid', 'schema':"
                    + " {'is_primary_key': true}}, {'field': 'x', 'type': 'string', 'schema': {'is_unique': true}}]}";
            assertRefused(
                    () -> node.library.createCollections(List.of(json(good), json(bad)), ADMIN), "INVALID_PAYLOAD");
            assertThat(node.hasTable("good")).isFalse();
            assertThat(own(node.library.collections(ADMIN))).isEmpty();
            assertThat(TestSource.number(node.source, "select count(*) from df_collection"))
                    .isZero();
        });
    }

    @ParameterizedTest
    @EnumSource
    void anotherNodeSeesTheChangeTwoSecondsLater(Product product) throws Exception {
        with(product, node -> {
            Clock later = Clock.offset(STILL, java.time.Duration.ofSeconds(3));
            ChangingClock clock = new ChangingClock();
            Node other = node(node.source, node.database, clock);
            assertThat(own(other.library.collections(ADMIN))).isEmpty();
            node.create("{'collection': 'plain', 'schema': {}}");
            assertThat(own(other.library.collections(ADMIN))).isEmpty();
            clock.now = later.instant();
            assertThat(own(other.library.collections(ADMIN))).hasSize(1);
            assertThat(other.catalog.current()).isSameAs(other.catalog.current());
        });
    }

    private static final class ChangingClock extends Clock {
        private Instant now = STILL.instant();

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreChangedWhereTheDatabaseCan(Product product) throws Exception {
        with(product, node -> {
            node.create(ARTICLES);
            TestSource.run(node.source, "insert into \"articles\" (\"title\", \"status\") values ('a', '12')");
            node.library.patchField(
                    "articles", "status", json("{'type': 'integer', 'schema': {'default_value': 3}}"), ADMIN);
            assertThat(TestSource.number(node.source, "select \"status\" from \"articles\""))
                    .isEqualTo(12);
            assertThat(node.schemaOf("articles", "status").path("default_value").asInt())
                    .isEqualTo(3);
            node.library.patchField(
                    "articles",
                    "title",
                    json("{'schema': {'is_unique': false, 'is_nullable': true, 'max_length': 9}}"),
                    ADMIN);
            ObjectNode title = node.schemaOf("articles", "title");
            assertThat(title.path("is_unique").asBoolean()
                            || !title.path("is_nullable").asBoolean())
                    .isFalse();
            assertThat(title.path("max_length").asInt()).isEqualTo(9);
            node.library.patchField("articles", "body", json("{'meta': {'special': ['conceal'], 'note': 'n'}}"), ADMIN);
            assertThat(node.library
                            .field("articles", "body", ADMIN)
                            .path("meta")
                            .path("special")
                            .get(0)
                            .asText())
                    .isEqualTo("conceal");
            node.library.patchField("articles", "views", json("{'schema': {'is_unique': true}}"), ADMIN);
            assertThat(node.schemaOf("articles", "views").path("default_value").asInt())
                    .isEqualTo(7);
            node.library.dropField("articles", "price", ADMIN);
            assertRefused(() -> node.library.field("articles", "price", ADMIN), "FORBIDDEN");
            assertRefused(() -> node.library.dropField("articles", "id", ADMIN), "INVALID_PAYLOAD");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatCannotBeChangedStaysAsItWas(Product product) throws Exception {
        with(product, node -> {
            node.create(ARTICLES);
            TestSource.run(node.source, "insert into \"articles\" (\"title\") values ('words')");
            ObjectNode before = node.library.field("articles", "title", ADMIN);
            assertRefused(
                    () -> node.library.patchField(
                            "articles", "title", json("{'type': 'integer', 'schema': {'is_unique': false}}"), ADMIN),
                    "INVALID_PAYLOAD");
            assertThat(node.library.field("articles", "title", ADMIN)).isEqualTo(before);
            assertRefused(
                    () -> node.library.patchField("articles", "day", json("{'schema': {'is_nullable': false}}"), ADMIN),
                    "INVALID_PAYLOAD");
            assertRefused(
                    () -> node.library.createField(
                            "articles",
                            json("{'field': 'n', 'type': 'integer', 'schema': {'default_value': 'x'}}"),
                            ADMIN),
                    "INVALID_PAYLOAD");
        });
    }

    @ParameterizedTest
    @EnumSource
    void relationsAreForeignKeysWithAnAliasOnTheOtherSide(Product product) throws Exception {
        with(product, node -> {
            node.create(ARTICLES);
            node.create("{'collection': 'lines', 'schema': {}, 'fields': [{'field': 'id', 'type': 'uuid', 'schema':"
                    + " {'is_primary_key': true}, 'meta': {'special': ['uuid']}}, {'field': 'article', 'type':"
                    + " 'integer', 'meta': {'special': ['m2o']}}]}");
            ObjectNode relation = node.library.createRelation(
                    json("{'collection': 'lines', 'field': 'article', 'related_collection': 'articles',"
                            + " 'schema': {'on_delete': 'SET NULL'}, 'meta': {'one_field': 'lines'}}"),
                    ADMIN);
            assertThat(relation.path("schema").path("on_delete").asText()).isEqualTo("SET NULL");
            assertThat(relation.path("meta").path("one_field").asText()).isEqualTo("lines");
            assertThat(node.catalog.current().toMany("articles", "lines")).isPresent();
            assertThat(node.library
                            .field("articles", "lines", ADMIN)
                            .path("type")
                            .asText())
                    .isEqualTo("alias");
            assertThat(node.schemaOf("lines", "article")
                            .path("foreign_key_table")
                            .asText())
                    .isEqualTo("articles");
            relation =
                    node.library.patchRelation("lines", "article", json("{'schema': {'on_delete': 'CASCADE'}}"), ADMIN);
            assertThat(relation.path("schema").path("on_delete").asText()).isEqualTo("CASCADE");
            node.library.dropCollection("articles", ADMIN);
            assertThat(own(node.library.relations(ADMIN))).isEmpty();
            assertThat(own(node.library.collections(ADMIN))).hasSize(1);
            assertThat(node.hasTable("articles")).isFalse();
            node.library.dropField("lines", "article", ADMIN);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCollectionWhoseTableIsGoneIsLeftOut(Product product) throws Exception {
        with(product, node -> {
            node.create("{'collection': 'plain', 'schema': {}}");
            TestSource.run(node.source, "drop table \"plain\"");
            node.create("{'collection': 'next', 'schema': {}}");
            assertThat(own(node.library.collections(ADMIN))).hasSize(1);
            node.library.dropCollection("plain", ADMIN);
            node.create("{'collection': 'plain', 'schema': {}}");
        });
    }

    @ParameterizedTest
    @EnumSource
    void othersSeeWhatTheyHaveRightsOnAndChangeNothing(Product product) throws Exception {
        with(product, node -> {
            node.create(ARTICLES);
            node.create("{'collection': 'hidden', 'schema': {}}");
            Set<String> seen = new HashSet<>();
            node.library
                    .collections(READER)
                    .forEach(view -> seen.add(view.path("collection").asText()));
            assertThat(seen).containsExactly("articles");
            assertThat(node.library.fields(READER)).hasSize(1);
            assertRefused(() -> node.library.collection("hidden", READER), "FORBIDDEN");
            assertRefused(() -> node.library.field("articles", "body", READER), "FORBIDDEN");
            assertRefused(() -> node.library.dropCollection("articles", READER), "FORBIDDEN");
            assertRefused(() -> node.library.createField("articles", json("{}"), READER), "FORBIDDEN");
        });
    }

    /** Without the platform's own. */
    private static List<JsonNode> own(Iterable<? extends JsonNode> shown) {
        List<JsonNode> own = new ArrayList<>();
        shown.forEach(one -> {
            if (!CollectionSchema.isSystem(one.path("collection").asText())) {
                own.add(one);
            }
        });
        return own;
    }
}
