package io.dataflows.engine.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.ApiLimits;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.Listing;
import io.dataflows.engine.MalformedJson;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.query.Rows;
import io.dataflows.model.trigger.Accountability;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final UUID ME = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final Accountability WHO = new Accountability(ME, ME, List.of(ME), true, true, null, null, null);

    private static final Collection AUTHORS = new Collection(
            "authors",
            List.of(
                    Field.of("id", FieldType.UUID),
                    Field.of("name", FieldType.STRING),
                    Field.of("born", FieldType.TIMESTAMP),
                    Field.toMany("books", "books")));
    private static final Collection BOOKS = new Collection(
            "books",
            List.of(
                    Field.of("id", FieldType.UUID),
                    Field.of("title", FieldType.STRING),
                    Field.of("pages", FieldType.INTEGER),
                    Field.of("more", FieldType.JSON),
                    Field.toOne("author", "authors")));

    private final Listing listing = new Listing(new ApiLimits(1_000, 3, 5, 10), NOON);
    private final Rows rows = new Library();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fields':'title','limit':1} | [{'title':'Emma'}]",
                "{'fields':['title','pages'],'limit':1} | [{'title':'Emma','pages':500}]",
                "{'fields':'title','sort':'-title','limit':2} | [{'title':'Ulysses'},{'title':'Persuasion'}]",
                "{'fields':'title','sort':'pages','limit':'1'} | [{'title':'Persuasion'}]",
                "{'fields':'title','sort':'-author.name,title','limit':1} | [{'title':'Ulysses'}]",
                "{'fields':'title','limit':1,'page':2} | [{'title':'Persuasion'}]",
                "{'fields':'title','limit':1,'offset':9} | []",
                "{'fields':'title','limit':0} | []",
                "{'fields':'title','search':'ULY'} | [{'title':'Ulysses'}]",
                "{'fields':'title','search':'500'} | [{'title':'Emma'}]",
                "{'fields':'title','filter':{'pages':{'_gt':500}}} | [{'title':'Ulysses'}]",
                "{'fields':'title','filter':{'pages':{'_null':true}}} | [{'title':'Persuasion'}]",
                "{'fields':'title','filter':'{\"title\":\"Emma\"}'} | [{'title':'Emma'}]",
                "{'fields':'title','filter':{'_or':[{'title':'Emma'},{'pages':730}]}} | [{'title':'Emma'},{'title':'Ulysses'}]",
                "{'fields':'title','filter':{'author':{'name':{'_eq':'Joyce'}}}} | [{'title':'Ulysses'}]",
                "{'fields':'title','filter':{'author':{'_eq':'00000000-0000-0000-0000-00000000000b'}}} | [{'title':'Ulysses'}]",
                "{'fields':'title','filter':{'author':{'books':{'_some':{'title':'Emma'}}}}} | [{'title':'Emma'},{'title':'Persuasion'}]",
                "{'fields':'title','filter':{'author':{'_eq':'$CURRENT_USER'}}} | [{'title':'Emma'},{'title':'Persuasion'}]",
                "{'fields':'title','filter':{'author':{'born':{'_lt':'$NOW(-200 years)'}}}} | [{'title':'Emma'},{'title':'Persuasion'}]",
                "{'fields':'id,t','alias':{'t':'title'},'limit':1} | [{'id':'00000000-0000-0000-0000-000000000001','t':'Emma'}]",
                "{'fields':'by.name','alias':{'by':'author'},'limit':1} | [{'by':{'name':'Austen'}}]",
                "{'fields':'author.name','limit':1} | [{'author':{'name':'Austen'}}]",
                "{'fields':'author.books.title','limit':1} | [{'author':{'books':[{'title':'Emma'},{'title':'Persuasion'}]}}]",
                "{'fields':'title,author.count(books)','limit':1} | [{'title':'Emma','author':{'books_count':2}}]",
                "{'fields':'author.books.title','limit':1,'deep':{'author':{'books':{'_limit':1,'_sort':'-title'}}}} | [{'author':{'books':[{'title':'Persuasion'}]}}]",
                "{'aggregate':{'count':'*'}} | [{'count':3}]",
                "{'aggregate':{'count':'pages','sum':'pages','avg':'pages','min':'title'}} | [{'count':{'pages':2},'sum':{'pages':1230},'avg':{'pages':615},'min':{'title':'Emma'}}]",
                "{'aggregate':{'count':'id'},'groupBy':'author','sort':'-author'} | [{'author':'00000000-0000-0000-0000-00000000000b','count':{'id':1}},{'author':'00000000-0000-0000-0000-00000000000a','count':{'id':2}}]",
                "{'aggregate':{'countAll':'*'}} | [{}]",
            })
    void listsBooks(String query, String expected) {
        assertThat(list(query).path("data"))
                .hasToString(json("{'d':" + expected + "}").path("d").toString());
    }

    @Test
    void followsAWildcardOneStep() {
        assertThat(list("{'limit':1}").path("data").path(0).path("author").isTextual())
                .isTrue();
        assertThat(list("{'fields':'*.*','limit':1}")
                        .at("/data/0/author/books/0")
                        .isTextual())
                .isTrue();
    }

    @Test
    void countsAllAndThoseThatMatch() {
        assertThat(list("{'filter':{'pages':{'_nnull':true}},'limit':1,'meta':'*'}")
                        .path("meta"))
                .hasToString("{\"total_count\":3,\"filter_count\":2}");
    }

    @Test
    void keepsToTheLimitsOfTheServer() {
        assertThat(listing.parse(json("{}")).paging().limit()).isEqualTo(3);
        assertThat(listing.parse(json("{'limit':-1}")).paging().limit()).isEqualTo(5);
        assertThat(listing.parse(json("{'limit':99}")).paging().limit()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'limit':'abc'} | Invalid query. \"limit\" must be a number.",
                "{'limit':''} | Invalid query. \"limit\" must be a number.",
                "{'limit':'1e999999999'} | Invalid query. \"limit\" must be a safe number.",
                "{'limit':1.5} | Invalid query. \"limit\" must be an integer.",
                "{'limit':-2} | Invalid query. \"limit\" must be greater than or equal to -1.",
                "{'offset':-1} | Invalid query. \"offset\" must be greater than or equal to 0.",
                "{'meta':'zzz'} | Invalid query. \"meta[0]\" must be one of [total_count, filter_count].",
                "{'export':'zzz'} | Invalid query. \"export\" must be one of [csv, csv_utf8, json, xml, yaml].",
                "{'filter':'{bad'} | Invalid query. Invalid JSON for filter object.",
                "{'filter':'[]'} | Invalid query. \"filter\" must be of type object.",
                "{'filter':{'title':{'_zzz':1}}} | Invalid query. \"string\" field type does not contain the \"_zzz\" filter operator.",
                "{'filter':{'pages':{'_contains':'1'}}} | Invalid query. \"integer\" field type does not contain the \"_contains\" filter operator.",
                "{'filter':{'more':{'_eq':'1'}}} | Invalid query. \"json\" field type does not contain the \"_eq\" filter operator.",
                "{'filter':{'id':{'_in':[]}}} | Invalid query. \"_in\" has to be an array of values.",
                "{'filter':{'zzz':{'_eq':1}}} | You don't have permission to access field \"zzz\" in collection \"books\" or it does not exist. Queried in root.",
                "{'filter':{'author':{'zzz':1}}} | You don't have permission to access field \"zzz\" in collection \"authors\" or it does not exist. Queried in root.",
                "{'fields':'t','alias':{'t':'zzz'}} | You don't have permission to access field \"zzz\" in collection \"books\" or it does not exist. Queried in root.",
                "{'fields':'t','alias':{'t':{}}} | Invalid query. \"alias.t\" must be a string.",
                "{'fields':'zzz'} | You don't have permission to access field \"zzz\" in collection \"books\" or it does not exist. Queried in root.",
                "{'fields':'count(title)'} | You don't have permission to access field \"count(title)\" in collection \"books\" or it does not exist. Queried in root.",
                "{'sort':'?'} | You don't have permission to access field \"?\" in collection \"books\" or it does not exist. Queried in root.",
                "{'fields':'author.books.author.books.author.books.author.books.author.books.author.name'} | Invalid query. Max relational depth exceeded.",
            })
    void tellsWhatIsWrongWithAQuery(String query, String message) {
        assertThatThrownBy(() -> list(query)).hasMessage(message);
    }

    @Test
    void checksAQueryWithoutTouchingARow() {
        Rows untouchable = new Library() {
            @Override
            public List<ObjectNode> all(String collection) {
                throw new AssertionError("No row is needed.");
            }
        };

        assertThatThrownBy(() -> listing.check(BOOKS, listing.parse(json("{'fields':'zzz'}")), untouchable, WHO))
                .hasMessageContaining("zzz");
        listing.check(BOOKS, listing.parse(json("{'fields':'author.name'}")), untouchable, WHO);
    }

    @Test
    void stopsBeforeCirclesGetOutOfHand() {
        assertThatThrownBy(() -> list("{'fields':'" + "author.books.".repeat(5) + "id','limit':-1}", new Crowd()))
                .hasMessageContaining("more than 100000 rows");
    }

    private ObjectNode list(String query) {
        return list(query, rows);
    }

    private ObjectNode list(String query, Rows from) {
        return listing.list(BOOKS, listing.parse(json(query)), from.all("books"), from, WHO);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JsonText.read(
                    text.replace("'{\"", "`{\\\"").contains("`")
                            ? text.replace("\"", "\\\"").replace('\'', '"')
                            : text.replace('\'', '"'));
        } catch (MalformedJson malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    private static class Library implements Rows {
        private final Map<String, List<ObjectNode>> rows = Map.of(
                "authors",
                List.of(
                        json("{'id':'" + id('a') + "','name':'Austen','born':'1775-12-16T00:00:00Z','books':['"
                                + id('1') + "','" + id('2') + "']}"),
                        json("{'id':'" + id('b') + "','name':'Joyce','born':'1882-02-02T00:00:00Z','books':['" + id('3')
                                + "']}")),
                "books",
                List.of(
                        book('1', "Emma", "500", 'a'),
                        book('2', "Persuasion", "null", 'a'),
                        book('3', "Ulysses", "730", 'b')));

        private static ObjectNode book(char id, String title, String pages, char author) {
            return json("{'id':'" + id(id) + "','title':'" + title + "','pages':" + pages + ",'more':null,'author':'"
                    + id(author) + "'}");
        }

        private static String id(char last) {
            return "00000000-0000-0000-0000-00000000000" + last;
        }

        @Override
        public Collection collection(String name) {
            return name.equals("books") ? BOOKS : AUTHORS;
        }

        @Override
        public List<ObjectNode> all(String collection) {
            return rows.get(collection);
        }

        @Override
        public Optional<ObjectNode> find(String collection, String id) {
            return rows.get(collection).stream()
                    .filter(row -> row.path("id").asText().equals(id))
                    .findFirst();
        }
    }

    /** One author of a hundred books. */
    private static final class Crowd extends Library {
        @Override
        public Optional<ObjectNode> find(String collection, String id) {
            String books =
                    String.join(",", Stream.generate(() -> "'1'").limit(100).toList());
            return Optional.of(json(
                    collection.equals("books") ? "{'id':'1','author':'a'}" : "{'id':'a','books':[" + books + "]}"));
        }
    }
}
