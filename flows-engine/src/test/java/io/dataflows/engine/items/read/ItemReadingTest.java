package io.dataflows.engine.items.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.ee.store.TestSource;
import io.dataflows.engine.sql.Dialect;
import io.dataflows.model.access.Action;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemReadingTest {
    private static void shows(Library library, String collection, String query, String expected) {
        assertThat(library.list(collection, query)).as(query).isEqualTo(expected);
    }

    private static void refuses(Library library, String collection, String query, String reason) {
        assertThatThrownBy(() -> library.list(collection, query)).as(query).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @EnumSource
    void followsRelations(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            shows(
                    library,
                    "articles",
                    "{'fields':'id,author.name,comments.text','sort':'-author.name'}",
                    "[{'id':2,'author':{'name':'Eliot'},'comments':[{'text':'good'}]},"
                            + "{'id':1,'author':{'name':'Austen'},'comments':[{'text':'good'},{'text':'bad'},{'text':'ugly'}]},"
                            + "{'id':3,'author':null,'comments':[]}]");
            shows(
                    library,
                    "articles",
                    "{'fields':'comments.id','deep':{'comments':{'_limit':1,'_sort':'-likes','_filter':{'likes':{'_lt':5}}}}}",
                    "[{'comments':[{'id':2}]},{'comments':[{'id':4}]},{'comments':[]}]");
            shows(
                    library,
                    "articles",
                    "{'fields':'c,count(comments),year(on)','alias':{'c':'comments'}}",
                    "[{'c':[1,2,3],'comments_count':3,'on_year':2026},{'c':[4],'comments_count':1,'on_year':null},"
                            + "{'c':[],'comments_count':0,'on_year':2026}]");
            shows(
                    library,
                    "authors",
                    "{'fields':'name,*.id'}",
                    "[{'name':'Austen','id':1,'secret':'a-secret','articles':[{'id':1}]},"
                            + "{'name':'Eliot','id':2,'secret':'e-secret','articles':[{'id':2}]}]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersByRelatedItems(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            String ids = "{'fields':'id','filter':%s}";
            shows(library, "articles", ids.formatted("{'author':{'name':'Eliot'}}"), "[{'id':2}]");
            shows(library, "articles", ids.formatted("{'comments':{'text':'good'}}"), "[{'id':1},{'id':2}]");
            shows(library, "articles", ids.formatted("{'comments':{'_some':{'likes':{'_gt':4}}}}"), "[{'id':1}]");
            shows(library, "articles", ids.formatted("{'comments':{'_none':{'text':'bad'}}}"), "[{'id':2},{'id':3}]");
            shows(library, "articles", ids.formatted("{'comments':{'_null':true}}"), "[{'id':3}]");
            shows(library, "articles", ids.formatted("{'count(comments)':{'_gte':3}}"), "[{'id':1}]");
            shows(library, "articles", ids.formatted("{'week(on)':5}"), "[]");
            shows(library, "articles", ids.formatted("{'week(on)':6}"), "[{'id':3}]");
            shows(library, "articles", ids.formatted("{'weekday(on)':0}"), "[{'id':3}]");
            shows(library, "articles", ids.formatted("{'views':{'_gt':10.5}}"), "[{'id':2}]");
            shows(library, "articles", ids.formatted("{'views':{'_neq':'abc'}}"), "[{'id':1},{'id':2}]");
            shows(library, "articles", ids.formatted("{'title':{'_contains':'%'}}"), "[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sumsUp(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            shows(
                    library,
                    "articles",
                    "{'aggregate':{'count':'*'},'groupBy':'month(on)','sort':'-month(on)'}",
                    "[{'on_month':2,'count':1},{'on_month':1,'count':1},{'on_month':null,'count':1}]");
            shows(library, "articles", "{'aggregate':{'countAll':'*'}}", "[{}]");
            shows(
                    library,
                    "articles",
                    "{'aggregate':{'countDistinct':'status','max':'published','avg':'price'}}",
                    "[{'countDistinct':{'status':2},'max':{'published':true},'avg':{'price':2}}]");
            assertThat(library.page("articles", "{'meta':'*','filter':{'id':1}}")
                            .meta())
                    .hasToString("{\"total_count\":3,\"filter_count\":1}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatIsNotGranted(Dialect dialect) {
        try (Library library = Library.on(dialect).stranger()) {
            refuses(library, "articles", "{}", "access collection \"articles\"");
            library.grant("articles", "{'status':'published'}", "id", "title", "token", "author", "comments");
            shows(
                    library,
                    "articles",
                    "{'fields':'*','sort':'id'}",
                    "[{'id':2,'title':'Two','author':2,'token':null},"
                            + "{'id':3,'title':'Three','author':null,'token':'**********'}]");
            for (String query : List.of(
                    "{'fields':'views'}",
                    "{'filter':{'views':1}}",
                    "{'filter':{'_or':[{'id':1},{'views':1}]}}",
                    "{'sort':'views'}",
                    "{'aggregate':{'max':'views'}}",
                    "{'aggregate':{'count':'*'},'groupBy':'views'}",
                    "{'fields':'v','alias':{'v':'views'}}",
                    "{'fields':'year(on)'}")) {
                refuses(library, "articles", query, "access field \"");
            }
            for (String query :
                    List.of("{'filter':{'token':'x'}}", "{'sort':'token'}", "{'aggregate':{'min':'token'}}")) {
                refuses(library, "articles", query, "access field \"token\"");
            }
            for (String query : List.of(
                    "{'fields':'author.name'}",
                    "{'filter':{'author':{'name':'x'}}}",
                    "{'sort':'author.name'}",
                    "{'fields':'count(comments)'}",
                    "{'filter':{'comments':{'_none':{'text':'x'}}}}",
                    "{'filter':{'comments':{'_null':true}}}",
                    "{'filter':{'count(comments)':1}}",
                    "{'fields':'comments'}")) {
                refuses(library, "articles", query, "access collection \"");
            }
            shows(library, "articles", "{'search':'draft'}", "[]");
            shows(library, "articles", "{'search':'z'}", "[]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hidesRelatedRowsEverywhere(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            library.grant("articles", null, "*")
                    .grant("comments", "{'text':'good'}", "id", "text")
                    .grant("authors", "{'id':2}", "id", "name");
            shows(
                    library,
                    "articles",
                    "{'fields':'id,author.name,comments.text,count(comments)'}",
                    "[{'id':1,'author':null,'comments':[{'text':'good'}],'comments_count':1},"
                            + "{'id':2,'author':{'name':'Eliot'},'comments':[{'text':'good'}],'comments_count':1},"
                            + "{'id':3,'author':null,'comments':[],'comments_count':0}]");
            shows(library, "articles", "{'fields':'id','filter':{'comments':{'_some':{'text':'bad'}}}}", "[]");
            shows(
                    library,
                    "articles",
                    "{'fields':'id','filter':{'comments':{'_none':{'text':'bad'}}}}",
                    "[{'id':1},{'id':2},{'id':3}]");
            shows(library, "articles", "{'fields':'id','filter':{'author':{'name':'Austen'}}}", "[]");
            shows(library, "articles", "{'fields':'id','sort':'-author.name'}", "[{'id':2},{'id':1},{'id':3}]");
            refuses(library, "articles", "{'fields':'author.secret'}", "access field \"secret\"");
            refuses(library, "articles", "{'filter':{'comments':{'likes':5}}}", "access field \"likes\"");
        }
    }

    @ParameterizedTest
    @EnumSource
    void showsAFieldOnlyWhereItsGrantIsFor(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            library.grant("articles", null, "id").grant("articles", "{'status':'published'}", "title");
            shows(
                    library,
                    "articles",
                    "{'fields':'*'}",
                    "[{'id':1,'title':null},{'id':2,'title':'Two'},{'id':3,'title':'Three'}]");
            shows(library, "articles", "{'fields':'id','filter':{'title':'One'}}", "[]");
            shows(library, "articles", "{'fields':'id','search':'one'}", "[]");
            shows(library, "articles", "{'fields':'id','sort':'title'}", "[{'id':1},{'id':3},{'id':2}]");
            shows(library, "articles", "{'aggregate':{'min':'title'}}", "[{'min':{'title':'Three'}}]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksOncePerRelationHoweverManyRows(Dialect dialect) {
        try (Library library = Library.on(dialect)) {
            TestSource.run(
                    library.source,
                    "insert into \"article\" (\"id\", \"author\") select x, 1 from "
                            + (dialect == Dialect.H2 ? "system_range(10, 5009)" : "generate_series(10, 5009) as s(x)"));
            library.source.statements.clear();
            library.list("articles", "{'fields':'id,author.name,comments.text','limit':-1}");
            assertThat(library.source.statements).hasSize(3);
            library.source.statements.clear();
            library.list("articles", "{'fields':'id','filter':{'id':{'_gt':4000}},'limit':10}");
            assertThat(library.source.statements)
                    .singleElement()
                    .asString()
                    .doesNotContain("4000")
                    .doesNotContain("nulls");
            List<ObjectNode> rows = new ArrayList<>();
            library.reading.export(library.scope("articles"), Library.query("{'fields':'id','limit':-1}"), rows::add);
            assertThat(rows).hasSize(5003);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsItemsByKey(Dialect dialect) throws Exception {
        try (Library library = Library.on(dialect)) {
            var all = Library.query("{'fields':'title','limit':1}");
            var keys = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
            Library.json("[3,'1','abc',99]").forEach(keys::add);
            assertThat(library.reading.show(library.scope("articles"), keys, all))
                    .hasToString("[{\"title\":\"One\"},{\"title\":\"Three\"}]");
            assertThat(library.reading.one(library.scope("articles"), Library.json("'x'"), all))
                    .isEmpty();
            library.grant("articles", "{'status':'published'}", "*");
            var articles = Library.schema().collection("articles").orElseThrow();
            var permitted = library.sql()
                    .<Object>read(connection ->
                            library.reading.permitted(connection, articles, keys, Action.READ, library.rights()));
            assertThat(permitted).hasToString("[3]");
            var rows = library.sql().write(connection -> library.reading.rows(connection, articles, keys, true));
            assertThat(rows).containsOnlyKeys("1", "3");
            assertThat(rows.get("1").path("token").asText()).isEqualTo("x");
            var chosen = library.sql()
                    .<Object>read(connection -> library.reading.chosen(
                            connection, articles, Library.query("{'sort':'-id'}"), library.rights()));
            assertThat(chosen).hasToString("[3, 2]");
        }
    }
}
