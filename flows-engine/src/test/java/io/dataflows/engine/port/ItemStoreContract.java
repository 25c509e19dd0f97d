package io.dataflows.engine.port;

import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link ItemStore} does. */
public abstract class ItemStoreContract {

    /** A unique slug of at most 20 characters, and an article that the comment is about. */
    protected static final String COMMENTS = "comments";

    private static final Authority SYSTEM = new Authority.Platform();

    /** The store under test: the recorded articles and rights, and {@link #COMMENTS} without any item. */
    protected abstract ItemStore store();

    private static ItemScope articles(Authority authority) {
        return new ItemScope(authority, RecordedFixtures.ARTICLES, false);
    }

    private static ItemScope articles(Accountability who) {
        return articles(new Authority.Caller(who));
    }

    private static ItemScope comments() {
        return new ItemScope(SYSTEM, COMMENTS, false);
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text.replace('\'', '"'));
    }

    private static List<JsonNode> list(String text) {
        List<JsonNode> elements = new ArrayList<>();
        json(text.replace('\'', '"')).forEach(elements::add);
        return elements;
    }

    private List<JsonNode> create(ItemScope scope, String... items) {
        List<ObjectNode> given = new ArrayList<>();
        for (String item : items) {
            given.add(object(item));
        }
        return store().create(scope, given);
    }

    private String titles() {
        return store().read(articles(SYSTEM), object("{'fields': ['title'], 'sort': 'id'}")).stream()
                .map(row -> row.path("title").asText())
                .reduce("", (all, title) -> all + title + " ");
    }

    private static Fault refusal(ThrowingCallable work) {
        FlowsException refused = catchThrowableOfType(FlowsException.class, work);
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    @Test
    void createsItemsWithDefaultsAndGivesTheirKeysInOrder() {
        List<JsonNode> keys = create(articles(SYSTEM), "{'title': 'X', 'nope': 1}", "{'title': 'Y', 'status': 'new'}");

        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(store().read(articles(SYSTEM), List.of(keys.get(0)), object("{}")))
                .singleElement()
                .hasToString(
                        "{'id':%s,'title':'X','status':'draft','views':null,'price':null,'published':false,'tags':null,'on':null}"
                                .formatted(keys.get(0))
                                .replace('\'', '"'));
        assertThat(titles()).isEqualTo("One Two Three X Y ");
    }

    @Test
    void takesAKeyThatTheItemBrings() {
        assertThat(create(articles(SYSTEM), "{'id': 77, 'title': 'X'}")).hasToString("[77]");
        assertThat(create(articles(SYSTEM), "{'title': 'Y'}")).doesNotContain(json("77"));
    }

    @Test
    void tellsEveryRequiredFieldThatIsMissingInAList() {
        Fault missing = refusal(() -> create(articles(SYSTEM), "{}"));
        Fault empty = refusal(() -> create(articles(SYSTEM), "{'title': null}"));

        assertThat(Json.write(missing.value()))
                .isEqualTo(
                        "[{'name':'DirectusError','extensions':{'field':'title','path':[],'type':'required'},'code':'FAILED_VALIDATION','status':400}]"
                                .replace('\'', '"'));
        assertThat(missing.message()).isEqualTo("Validation failed for field \"title\". Value is required.");
        assertThat(empty.value().at("/0/extensions/type").asText()).isEqualTo("nnull");
        assertThat(empty.message()).isEqualTo("Validation failed for field \"title\". Value can't be null.");
        assertThat(refusal(() -> store().update(articles(SYSTEM), list("[1]"), object("{'title': null}")))
                        .code())
                .isEqualTo("FAILED_VALIDATION");
    }

    @Test
    void keepsNothingOfACallThatFails() {
        refusal(() -> create(articles(SYSTEM), "{'title': 'X'}", "{}"));
        refusal(() -> store().updateEach(
                        articles(SYSTEM), List.of(object("{'id': 1, 'title': 'U'}"), object("{'title': 'no key'}"))));
        refusal(() -> store().update(articles(RecordedFixtures.EDITOR), list("[2, 1]"), object("{'title': 'U'}")));

        assertThat(titles()).isEqualTo("One Two Three ");
    }

    @Test
    void refusesWhatItsTablesRefuse() {
        create(comments(), "{'slug': 'a', 'article': 1}");

        Fault twice = refusal(() -> create(comments(), "{'slug': 'a', 'article': 1}"));
        assertThat(twice.code()).isEqualTo("RECORD_NOT_UNIQUE");
        assertThat(twice.message())
                .isEqualTo("Value \"a\" for field \"slug\" in collection \"comments\" has to be unique.");
        Fault sameKey = refusal(() -> create(articles(SYSTEM), "{'id': 1, 'title': 'X'}"));
        assertThat(sameKey.extensions()).hasToString("{\"collection\":\"articles\",\"field\":\"id\",\"value\":1}");
        assertThat(refusal(() -> create(comments(), "{'slug': 'b', 'article': 99}"))
                        .code())
                .isEqualTo("INVALID_FOREIGN_KEY");
        Fault nothing = refusal(() -> create(comments(), "{'slug': null, 'article': 1}"));
        assertThat(nothing.code()).isEqualTo("NOT_NULL_VIOLATION");
        assertThat(nothing.message()).isEqualTo("Value for field \"slug\" in collection \"comments\" can't be null.");
        assertThat(refusal(() -> create(comments(), "{'slug': '" + "x".repeat(21) + "', 'article': 1}"))
                        .code())
                .isEqualTo("VALUE_TOO_LONG");
        assertThat(refusal(() -> create(articles(SYSTEM), "{'title': 'X', 'views': 3000000000}"))
                        .code())
                .isEqualTo("VALUE_OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fields': 'id', 'filter': {'status': {'_eq': 'published'}}} | [{'id':2},{'id':3}]",
                "{'fields': 'id', 'filter': {'views': {'_null': true}}} | [{'id':3}]",
                "{'fields': 'id', 'filter': {'views': {'_eq': null}}} | [{'id':3}]",
                "{'fields': 'id', 'filter': {'price': {'_gt': 2}}} | [{'id':2}]",
                "{'fields': 'id', 'filter': {'published': {'_eq': 'true'}}} | [{'id':2}]",
                "{'fields': 'id', 'filter': {'on': {'_gt': '2026-01-15'}}} | [{'id':3}]",
                "{'fields': 'id', 'sort': '-id', 'limit': 2, 'offset': 1} | [{'id':2},{'id':1}]",
                "{'fields': 'id', 'sort': 'id', 'limit': 2, 'page': 2} | [{'id':3}]",
                "{'fields': 'id', 'limit': 0} | []",
                "{'fields': 'id', 'search': 'TWO'} | [{'id':2}]",
                "{'fields': ['id', 't'], 'alias': {'t': 'title'}, 'limit': 1} | [{'id':1,'t':'One'}]",
                "{'aggregate': {'count': '*', 'sum': 'views'}} | [{'count':3,'sum':{'views':30}}]",
                "{'aggregate': {'count': 'id'}, 'groupBy': ['status'], 'sort': ['status']} | [{'status':'draft','count':{'id':1}},{'status':'published','count':{'id':2}}]",
            })
    void answersQueries(String query, String expected) {
        assertThat(store().read(articles(SYSTEM), object(query)))
                .hasToString(json(expected.replace('\'', '"')).toString().replace("},{", "}, {"));
    }

    @Test
    void readsByKeysInTheQuerysOrderAndLeavesOutWhatIsNotThere() {
        ObjectNode ids = object("{'fields': ['id']}");
        ObjectNode published = object("{'fields': ['id'], 'filter': {'status': 'published'}}");

        assertThat(store().read(articles(SYSTEM), list("[3, 99, '1']"), ids)).hasToString("[{\"id\":1}, {\"id\":3}]");
        assertThat(store().read(articles(SYSTEM), list("[1, 2]"), published)).hasToString("[{\"id\":2}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"['abc']", "['']", "[[1, 3]]", "['1,3']", "[{}]", "[null]", "[1.5]"})
    void refusesKeysThatNoItemCanHave(String keys) {
        assertThatThrownBy(() -> store().read(articles(SYSTEM), list(keys), object("{}")))
                .hasMessage("You don't have permission to access this.");
        assertThat(refusal(() -> store().delete(articles(SYSTEM), list(keys))).code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void changesItemsByKeysByQueryAndOneByOne() {
        assertThat(store().update(articles(SYSTEM), list("['3', 1]"), object("{'title': 'U'}")))
                .hasToString("[1, \"3\"]");
        assertThat(store().updateChosen(
                                articles(SYSTEM),
                                object("{'filter': {'status': 'published'}, 'limit': 1, 'sort': '-id'}"),
                                object("{'title': 'Q'}")))
                .hasToString("[3]");
        assertThat(store().updateEach(
                                articles(SYSTEM),
                                List.of(object("{'id': 2, 'title': 'B'}"), object("{'id': 1, 'views': 7}"))))
                .hasToString("[2, 1]");
        assertThat(titles()).isEqualTo("U B Q ");
    }

    @Test
    void deletesItemsByKeysAndByQuery() {
        assertThat(store().delete(articles(SYSTEM), list("['1']"))).hasToString("[\"1\"]");
        assertThat(store().deleteChosen(articles(SYSTEM), object("{'filter': {'views': 20}}")))
                .hasToString("[2]");
        assertThat(store().deleteChosen(articles(SYSTEM), object("{'filter': {'views': 20}}")))
                .isEmpty();
        assertThat(titles()).isEqualTo("Three ");
    }

    @Test
    void changesNothingForAKeyWithoutItem() {
        assertThat(store().update(articles(SYSTEM), list("[99]"), object("{'title': 'U'}")))
                .hasToString("[99]");
        assertThat(store().delete(articles(RecordedFixtures.ADMIN), list("[99]")))
                .hasToString("[99]");
        assertThat(titles()).isEqualTo("One Two Three ");
    }

    @Test
    void saysTheSameOfACollectionThatIsNotThereAndOneThatIsNotYours() {
        String message = "You don't have permission to access collection \"%s\" or it does not exist. Queried in root.";
        Authority public_ = Authority.everyone();
        ItemScope unknown = new ItemScope(SYSTEM, "nope", false);

        assertThatThrownBy(() -> store().read(unknown, object("{}"))).hasMessage(message.formatted("nope"));
        assertThatThrownBy(() -> create(unknown, "{'title': 'X'}")).hasMessage(message.formatted("nope"));
        assertThatThrownBy(() -> store().read(articles(public_), object("{}")))
                .hasMessage(message.formatted("articles"));
        assertThatThrownBy(() -> create(articles(public_), "{'title': 'X'}")).hasMessage(message.formatted("articles"));
        assertThatThrownBy(() -> store().update(articles(public_), list("[1]"), object("{'title': 'X'}")))
                .hasMessage(message.formatted("articles"));
        assertThatThrownBy(() -> store().delete(articles(public_), list("[1]")))
                .hasMessage(message.formatted("articles"));
    }

    @Test
    void showsOnlyTheItemsThatMayBeRead() {
        ItemScope editor = articles(RecordedFixtures.EDITOR);

        assertThat(store().read(editor, object("{'fields': ['id']}"))).hasToString("[{\"id\":2}, {\"id\":3}]");
        assertThat(store().read(editor, list("[1]"), object("{}"))).isEmpty();
        assertThat(store().readable(editor, list("[1, '2']"))).hasToString("[2]");
        assertThat(store().readable(editor, List.of())).isEmpty();
        assertThatThrownBy(() -> store().readable(articles(Authority.everyone()), List.of()))
                .isInstanceOf(FlowsException.class);
    }

    @Test
    void changesOnlyTheItemsAndFieldsThatMayBeChanged() {
        ItemScope editor = articles(RecordedFixtures.EDITOR);

        assertThat(store().update(editor, list("[2]"), object("{'title': 'E'}")))
                .hasToString("[2]");
        assertThatThrownBy(() -> store().update(editor, list("[1]"), object("{'title': 'E'}")))
                .hasMessage("You don't have permissions to perform \"update\" for the field(s) \"title\" in collection "
                        + "\"articles\" or it does not exist.");
        assertThatThrownBy(() -> store().update(editor, list("[99]"), object("{'title': 'E'}")))
                .hasMessageContaining("or it does not exist");
        assertThatThrownBy(() -> store().update(editor, list("[2]"), object("{'views': 1}")))
                .hasMessageStartingWith("You don't have permission to access field \"views\"");
        assertThatThrownBy(() -> create(editor, "{'title': 'E', 'views': 1}"))
                .hasMessageStartingWith("You don't have permission to access field \"views\"");
        assertThatThrownBy(() -> store().delete(editor, list("[2]"))).isInstanceOf(FlowsException.class);
        assertThat(create(editor, "{'title': 'E'}")).hasSize(1);
        assertThat(titles()).isEqualTo("One E Three E ");
    }

    @Test
    void refusesFieldsAndOperatorsThatAreNotThere() {
        assertThatThrownBy(() -> store().read(articles(SYSTEM), object("{'fields': ['nope']}")))
                .hasMessageStartingWith("You don't have permission to access field \"nope\"");
        assertThatThrownBy(() -> store().read(articles(SYSTEM), object("{'filter': {'nope': 1}}")))
                .hasMessageStartingWith("You don't have permission to access field \"nope\"");
        assertThat(refusal(() -> store().read(articles(SYSTEM), object("{'filter': {'views': {'_zzz': 1}}}")))
                        .code())
                .isEqualTo("INVALID_QUERY");
        assertThat(refusal(() -> store().updateChosen(
                                        articles(SYSTEM), object("{'limit': 'x'}"), object("{'title': 'U'}")))
                        .code())
                .isEqualTo("INVALID_QUERY");
    }

    @Test
    void keepsItsItemsApartFromTheJsonThatItGivesAndTakes() {
        ObjectNode given = object("{'title': 'X', 'tags': {'a': [1]}}");
        JsonNode key = store().create(articles(SYSTEM), List.of(given)).get(0);
        given.withObject("tags").put("a", "changed");
        store().read(articles(SYSTEM), List.of(key), object("{}")).get(0).put("title", "changed");

        assertThat(store().read(articles(SYSTEM), List.of(key), object("{'fields': ['title', 'tags']}")))
                .hasToString("[{\"title\":\"X\",\"tags\":{\"a\":[1]}}]");
    }
}
