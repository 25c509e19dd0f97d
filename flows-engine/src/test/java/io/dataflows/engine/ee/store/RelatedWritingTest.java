package io.dataflows.engine.ee.store;

import static io.dataflows.engine.ee.store.WrittenItems.ADMIN;
import static io.dataflows.engine.ee.store.WrittenItems.EDITOR;
import static io.dataflows.engine.ee.store.WrittenItems.articles;
import static io.dataflows.engine.ee.store.WrittenItems.comments;
import static io.dataflows.engine.ee.store.WrittenItems.grant;
import static io.dataflows.engine.ee.store.WrittenItems.list;
import static io.dataflows.engine.ee.store.WrittenItems.object;
import static io.dataflows.engine.ee.store.WrittenItems.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.ee.store.SqlTransactionsTest.Product;
import io.dataflows.model.access.Action;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelatedWritingTest {

    @ParameterizedTest
    @EnumSource
    void writesTheItemThatAnItemLeadsTo(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(comments(), objects("{'slug': 'a', 'article': {'title': 'New'}}"));
            items.writing.create(comments(), objects("{'slug': 'b', 'article': {'id': 1, 'title': 'Changed'}}"));

            assertThat(items.count("articles", "\"id\" = 1 and \"title\" = 'Changed'"))
                    .isEqualTo(1);
            assertThat(items.count("comments", "\"article\" = 1")).isEqualTo(2);
            assertThatThrownBy(() ->
                            items.writing.create(comments(), objects("{'slug': 'a', 'article': {'title': 'Lost'}}")))
                    .hasMessageContaining("has to be unique");
            assertThat(items.count("articles")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheItemsThatLeadToAnItem(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(
                    articles(ADMIN),
                    objects(
                            "{'title': 'A', 'comments': [{'slug': 'a'}, {'slug': 'b'}], 'parts': [{'name': 'p'}, {'name': 'q'}]}"));
            assertThat(items.count("comments", "\"article\" = 1")).isEqualTo(2);

            items.writing.update(
                    articles(ADMIN),
                    list("[1]"),
                    object("{'comments': [{'slug': 'c'}], 'parts': {'create': [{'name': 'r'}], 'update': [{'id': 1, "
                            + "'name': 'P'}], 'delete': [2]}}"));
            assertThat(items.count("comments", "\"article\" is null")).isEqualTo(2);
            assertThat(items.count("comments", "\"article\" = 1 and \"slug\" = 'c'"))
                    .isEqualTo(1);
            assertThat(items.count("parts", "\"name\" in ('P', 'r')")).isEqualTo(2);
            assertThat(items.count("parts")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheRightsOfTheRelatedCollection(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.grants = Map.of(Action.CREATE, List.of(grant(Set.of("*"), "{}", "{}", "{}")));

            assertThatThrownBy(() ->
                            items.writing.create(articles(EDITOR), objects("{'title': 'A', 'parts': [{'name': 'p'}]}")))
                    .hasMessageStartingWith("You don't have permission to access collection \"parts\"");
            assertThat(items.count("articles")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesOnDeletionWhatRelationsSay(Product product) {
        try (WrittenItems items = new WrittenItems(product)) {
            items.writing.create(
                    articles(ADMIN),
                    objects(
                            "{'title': 'A', 'parts': [{'name': 'p'}]}",
                            "{'title': 'B', 'parent': 1}",
                            "{'title': 'C'}"));
            items.writing.create(comments(), objects("{'slug': 'a', 'loose': 1}"));

            assertThatThrownBy(() -> items.writing.delete(articles(ADMIN), list("[1]")))
                    .hasMessageStartingWith("Invalid foreign key \"1\"");
            assertThat(items.count("parts")).isEqualTo(1);
            items.writing.delete(articles(ADMIN), list("[1, 2]"));
            assertThat(items.count("parts")).isZero();
            assertThat(items.count("comments", "\"loose\" is null")).isEqualTo(1);
            assertThat(items.count("articles")).isEqualTo(1);
        }
    }
}
