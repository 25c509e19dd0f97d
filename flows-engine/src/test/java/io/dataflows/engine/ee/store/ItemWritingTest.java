package io.dataflows.engine.ee.store;

import static io.dataflows.engine.ee.store.WrittenItems.ADMIN;
import static io.dataflows.engine.ee.store.WrittenItems.EDITOR;
import static io.dataflows.engine.ee.store.WrittenItems.SYSTEM;
import static io.dataflows.engine.ee.store.WrittenItems.articles;
import static io.dataflows.engine.ee.store.WrittenItems.comments;
import static io.dataflows.engine.ee.store.WrittenItems.grant;
import static io.dataflows.engine.ee.store.WrittenItems.list;
import static io.dataflows.engine.ee.store.WrittenItems.object;
import static io.dataflows.engine.ee.store.WrittenItems.objects;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.ee.store.SqlTransactionsTest.Product;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.access.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemWritingTest {

    private static Fault refusal(ThrowingCallable work) {
        FlowsException refused = catchThrowableOfType(FlowsException.class, work);
        assertThat(refused).isNotNull();
        return refused.fault();
    }

    private static String told(HookEvent event) {
        return event.name() + event.payload() + event.members();
    }

    @ParameterizedTest
    @EnumSource
    void storesNewItemsWithWhatThePlatformGives(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            List<JsonNode> keys = items.writing.create(
                    articles(ADMIN),
                    objects("{'title': 'X', 'nope': 1, 'tags': {'a': [1]}, 'secret': 's'}", "{'title': 'Y'}"));

            assertThat(keys).hasToString("[1, 2]");
            assertThat(items.count(
                            "articles",
                            "\"status\" = 'draft' and \"on\" is not null and \"changed\" is null and \"owner\" = '%s'"
                                    .formatted(RecordedFixtures.ADMIN.user())))
                    .isEqualTo(2);
            assertThat(items.count("articles", "\"secret\" = 'hash of s' and \"tags\" = '{\"a\":[1]}'"))
                    .isEqualTo(1);
            assertThat(items.remembered).hasSize(2);
            assertThat(items.remembered.get(0).data().path("secret").asText()).isEqualTo("**********");
            assertThat(items.remembered.get(0).delta().path("secret").asText()).isEqualTo("**********");
            assertThat(items.remembered.get(1).data().path("status").asText()).isEqualTo("draft");
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesKeysThatAreGivenAndMakesUuids(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            assertThat(items.writing.create(
                            articles(SYSTEM), objects("{'id': '77', 'title': 'X'}", "{'id': null, 'title': 'Y'}")))
                    .hasToString("[77, 1]");
            assertThat(items.writing
                            .create(comments(), objects("{'slug': 'a'}"))
                            .get(0)
                            .asText())
                    .hasSize(36);
        }
    }

    @ParameterizedTest
    @EnumSource
    void storesThousandsOfItemsInOneCall(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            List<ObjectNode> many = new ArrayList<>();
            for (int i = 1; i <= 10_000; i++) {
                many.add(object("{'title': 't', 'views': " + i + "}"));
            }
            List<JsonNode> keys = items.writing.create(articles(SYSTEM), many);

            assertThat(keys).hasSize(10_000).doesNotHaveDuplicates();
            assertThat(items.count("articles", "\"id\" = \"views\"")).isEqualTo(10_000);
            assertThat(keys.get(9_999)).hasToString("10000");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsEverythingThatIsMissingAtOnceAndKeepsNothing(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            Fault missing = refusal(() -> items.writing.create(articles(SYSTEM), objects("{'title': 'X'}", "{}")));
            assertThat(missing.message()).isEqualTo("Validation failed for field \"title\". Value is required.");
            assertThat(missing.value().at("/0/extensions/type").asText()).isEqualTo("required");
            assertThat(refusal(() -> items.writing.create(articles(SYSTEM), objects("{'title': null}")))
                            .message())
                    .isEqualTo("Validation failed for field \"title\". Value can't be null.");
            assertThat(items.count("articles")).isZero();
            assertThat(items.remembered).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheDatabaseRefusesAndKeepsNothingOfIt(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(articles(SYSTEM), objects("{'id': 1, 'title': 'X'}"));
            items.writing.create(comments(), objects("{'slug': 'a', 'article': 1}"));

            Fault twice = refusal(
                    () -> items.writing.create(comments(), objects("{'slug': 'n'}", "{'slug': 'a'}", "{'slug': 'm'}")));
            assertThat(twice.code()).isEqualTo("RECORD_NOT_UNIQUE");
            assertThat(twice.extensions())
                    .hasToString("{\"collection\":\"comments\",\"field\":\"slug\",\"value\":\"a\"}");
            Fault sameKey = refusal(() -> items.writing.create(articles(SYSTEM), objects("{'id': 1, 'title': 'X'}")));
            assertThat(sameKey.extensions()).hasToString("{\"collection\":\"articles\",\"field\":\"id\",\"value\":1}");
            Fault lost = refusal(() -> items.writing.create(comments(), objects("{'slug': 'b', 'article': 99}")));
            assertThat(lost.code()).isEqualTo("INVALID_FOREIGN_KEY");
            assertThat(lost.message())
                    .isEqualTo("Invalid foreign key \"99\" for field \"article\" in collection \"comments\".");
            assertThat(refusal(() -> items.writing.create(comments(), objects("{'slug': null}")))
                            .code())
                    .isEqualTo("NOT_NULL_VIOLATION");
            assertThat(refusal(() -> items.writing.create(comments(), objects("{'article': 1}")))
                            .message())
                    .isEqualTo("Value for field \"slug\" in collection \"comments\" can't be null.");
            assertThat(refusal(() -> items.writing.create(comments(), objects("{'slug': '" + "x".repeat(21) + "'}")))
                            .code())
                    .isEqualTo("VALUE_TOO_LONG");
            assertThat(refusal(() -> items.writing.create(
                                    articles(SYSTEM), objects("{'title': 'X', 'views': 3000000000}")))
                            .code())
                    .isEqualTo("VALUE_OUT_OF_RANGE");
            assertThat(refusal(() -> items.writing.create(
                                    articles(SYSTEM), objects("{'title': 'X', 'price': '12345.1'}")))
                            .code())
                    .isEqualTo("VALUE_OUT_OF_RANGE");
            assertThat(refusal(() -> items.writing.create(articles(SYSTEM), objects("{'title': 'X', 'views': 'x'}")))
                            .message())
                    .isEqualTo("Invalid payload. \"views\" must be a whole number.");
            assertThat(refusal(() -> items.writing.delete(articles(SYSTEM), list("[1]")))
                            .code())
                    .isEqualTo("INVALID_FOREIGN_KEY");
            assertThat(refusal(() -> items.writing.update(articles(SYSTEM), list("[1]"), object("{'price': 99999}")))
                            .code())
                    .isEqualTo("VALUE_OUT_OF_RANGE");
            assertThat(items.count("articles")).isEqualTo(1);
            assertThat(items.count("comments")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsEventsAsTheyWereRecorded(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(articles(ADMIN), objects("{'title': 'N'}", "{'title': 'M', 'nope': 1}"));
            items.writing.update(articles(ADMIN), list("['2', 1]"), object("{'title': 'U'}"));
            items.writing.updateEach(articles(ADMIN), objects("{'id': 2, 'title': 'V'}"));
            items.writing.delete(articles(ADMIN), list("['2', 1]"));

            assertThat(items.heard.stream().map(ItemWritingTest::told))
                    .containsExactly(
                            "articles.items.create{\"title\":\"N\"}{\"collection\":\"articles\"}",
                            "articles.items.create{\"title\":\"M\",\"nope\":1}{\"collection\":\"articles\"}",
                            "articles.items.create{\"title\":\"N\"}{\"key\":1,\"collection\":\"articles\"}",
                            "articles.items.create{\"title\":\"M\",\"nope\":1}{\"key\":2,\"collection\":\"articles\"}",
                            "articles.items.update{\"title\":\"U\"}{\"keys\":[\"2\",1],\"collection\":\"articles\"}",
                            "articles.items.update{\"title\":\"U\"}{\"keys\":[1,\"2\"],\"collection\":\"articles\"}",
                            "articles.items.update{\"title\":\"V\"}{\"keys\":[2],\"collection\":\"articles\"}",
                            "articles.items.update{\"title\":\"V\"}{\"keys\":[2],\"collection\":\"articles\"}",
                            "articles.items.delete[\"2\",1]{\"collection\":\"articles\"}",
                            "articles.items.delete[\"2\",1]{\"keys\":[\"2\",1],\"collection\":\"articles\"}");
            assertThat(items.count("articles")).isZero();

            items.heard.clear();
            items.writing.create(new ItemScope(ADMIN, "articles", false), objects("{'title': 'N'}"));
            assertThat(items.heard).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatFiltersLeave(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.filter = payload -> object("{'title': 'fromA'}");
            items.writing.create(articles(ADMIN), objects("{'title': 'N', 'views': 3}"));
            assertThat(items.count("articles", "\"title\" = 'fromA' and \"views\" is null"))
                    .isEqualTo(1);
            items.filter = payload -> json("null");
            assertThatThrownBy(() -> items.writing.create(articles(ADMIN), objects("{'title': 'N'}")))
                    .hasMessage("Validation failed for field \"title\". Value is required.");
            items.filter = payload -> json("[]");
            assertThat(items.writing.delete(articles(ADMIN), list("[1]"))).isEmpty();
            assertThat(items.count("articles")).isEqualTo(1);
            items.filter = payload -> json("[1]");
            assertThat(items.writing.delete(articles(ADMIN), list("[7]"))).hasToString("[1]");
            assertThat(items.count("articles")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesItemsAndRemembersThemBeforeAndAfter(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(articles(ADMIN), objects("{'title': 'A', 'views': 1}", "{'title': 'B'}"));
            items.remembered.clear();

            assertThat(items.writing.update(articles(ADMIN), list("[2, '1', 99]"), object("{'views': 7, 'id': 9}")))
                    .hasToString("[\"1\", 2, 99]");
            assertThat(items.count("articles", "\"views\" = 7 and \"changed\" is not null"))
                    .isEqualTo(2);
            assertThat(items.remembered).hasSize(2);
            assertThat(items.remembered.get(0).data().path("title").asText()).isEqualTo("B");
            assertThat(items.remembered.get(0).data().path("views").asInt()).isEqualTo(7);
            assertThat(items.remembered.get(0).delta()).hasToString("{\"views\":7,\"id\":9}");
            assertThatThrownBy(() -> items.writing.updateEach(
                            articles(ADMIN), objects("{'id': 1, 'title': 'U'}", "{'title': 'no key'}")))
                    .hasMessage("Invalid payload. Item in update misses primary key.");
            assertThat(items.count("articles", "\"title\" = 'U'")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesOnlyWhatIsGranted(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(articles(SYSTEM), objects("{'title': 'A'}", "{'title': 'B', 'status': 'published'}"));
            String published = "{'status': {'_eq': 'published'}}";
            items.grants = Map.of(
                    Action.CREATE,
                    List.of(grant(Set.of("title"), "{}", "{'views': {'_lt': 5}}", "{'views': 4, 'status': 'new'}")),
                    Action.UPDATE,
                    List.of(
                            grant(Set.of("title"), published, "{'title': {'_neq': 'bad'}}", "{}"),
                            grant(Set.of("views"), "{}", "{}", "{}")));

            items.writing.create(articles(EDITOR), objects("{'title': 'E'}"));
            assertThat(items.count("articles", "\"views\" = 4 and \"status\" = 'new'"))
                    .isEqualTo(1);
            assertThatThrownBy(() -> items.writing.create(articles(EDITOR), objects("{'title': 'E', 'views': 9}")))
                    .hasMessageStartingWith("You don't have permission to access field \"views\"");
            assertThatThrownBy(() -> items.writing.create(articles(EDITOR), objects("{'title': 'E', 'nope': 9}")))
                    .hasMessageStartingWith("You don't have permission to access field \"nope\"");
            items.writing.update(articles(EDITOR), list("[2]"), object("{'title': 'ok', 'views': 1}"));
            assertThat(refusal(() -> items.writing.update(articles(EDITOR), list("[2]"), object("{'title': 'bad'}")))
                            .code())
                    .isEqualTo("FAILED_VALIDATION");
            assertThatThrownBy(() -> items.writing.update(articles(EDITOR), list("[1]"), object("{'title': 'E'}")))
                    .hasMessage(
                            "You don't have permissions to perform \"update\" for the field(s) \"title\" in collection "
                                    + "\"articles\" or it does not exist.");
            items.writing.update(articles(EDITOR), list("[1]"), object("{'views': 3}"));
            assertThatThrownBy(() -> items.writing.update(articles(EDITOR), list("[99]"), object("{'views': 1}")))
                    .hasMessageContaining("or it does not exist");
            assertThatThrownBy(() -> items.writing.delete(articles(EDITOR), list("[2]")))
                    .hasMessageStartingWith("You don't have permission to access collection \"articles\"");
            assertThatThrownBy(() -> items.writing.create(new ItemScope(ADMIN, "nope", false), objects("{}")))
                    .hasMessageStartingWith("You don't have permission to access collection \"nope\"");
            assertThat(refusal(() -> items.writing.delete(articles(SYSTEM), list("['1,3']")))
                            .code())
                    .isEqualTo("FORBIDDEN");
        }
    }
}
