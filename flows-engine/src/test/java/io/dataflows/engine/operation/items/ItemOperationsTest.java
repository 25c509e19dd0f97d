package io.dataflows.engine.operation.items;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import io.dataflows.model.trigger.FlowCall;
import io.dataflows.model.trigger.RunChain;
import io.dataflows.model.trigger.TriggerEvent;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemOperationsTest {

    private static final String ALL = "'collection': 'articles', 'permissions': '$full'";
    private static final String BODY = "{\"id\": 2, \"ids\": [1, 3], \"title\": \"New\"}";

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static ObjectNode flow(String trigger, String type, String options) {
        return draft(quoted("{'trigger': '%s', 'options': {'method': 'POST', 'return': '$last'}, 'operations': {"
                        + "'a': {'type': '%s', 'options': {%s}}}}")
                .formatted(trigger, type, quoted(options)));
    }

    private static FlowVerifier given(String type, String options) {
        return FlowVerifier.given(flow("webhook", type, options));
    }

    private static String titles(FlowVerifier verifier) {
        return verifier.fixtures().items().rows("articles").stream()
                .map(row -> row.path("title").asText())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "item-create | 'payload': {'title': 'X'} | [4] | One Two Three X",
                "item-create | 'payload': [{'title': 'X'}, {'title': 'Y'}] | [4, 5] | One Two Three X Y",
                "item-create | 'payload': '{\\'title\\': \\'{{ $trigger.body.title }}\\'}' | [4] | One Two Three New",
                "item-create | 'payload': [] | [] | One Two Three",
                "item-create | 'payload': null | null | One Two Three",
                "item-create | 'emitEvents': true | null | One Two Three",
                "item-read | 'key': 2, 'query': {'fields': 'title'} | {'title': 'Two'} | One Two Three",
                "item-read | 'key': ['2'], 'query': {'fields': 'title'} | {'title': 'Two'} | One Two Three",
                "item-read | 'key': '1,3', 'query': {'fields': 'id'} | [{'id': 1}, {'id': 3}] | One Two Three",
                "item-read | 'key': '{{ $trigger.body.ids }}', 'query': {'fields': 'id'} | [{'id': 1}, {'id': 3}] | One Two Three",
                "item-read | 'key': 0, 'query': '{\\'fields\\': \\'id\\', \\'limit\\': 1}' | [{'id': 1}] | One Two Three",
                "item-read | 'key': [], 'query': {'fields': 'id', 'limit': 1} | [{'id': 1}] | One Two Three",
                "item-read | 'key': null, 'query': {'fields': 'id', 'limit': 1} | [{'id': 1}] | One Two Three",
                "item-update | 'key': 2, 'payload': {'title': 'U'} | 2 | One U Three",
                "item-update | 'key': '2', 'payload': {'title': 'U'} | '2' | One U Three",
                "item-update | 'key': ['1', 3], 'payload': {'title': 'U'} | ['1', 3] | U Two U",
                "item-update | 'payload': [{'id': 2, 'title': 'U'}] | [2] | One U Three",
                "item-update | 'key': [], 'query': {}, 'payload': [{'id': 2, 'title': 'U'}] | [2] | One U Three",
                "item-update | 'query': {'filter': {'views': 20}}, 'payload': {'title': 'U'} | [2] | One U Three",
                "item-update | 'key': 1, 'query': {}, 'payload': {'title': 'U'} | 1 | U Two Three",
                "item-update | 'payload': {'title': 'U'} | null | One Two Three",
                "item-update | 'key': '', 'query': null, 'payload': {'title': 'U'} | null | One Two Three",
                "item-update | 'key': 1, 'payload': {} | null | One Two Three",
                "item-update | 'key': 1 | null | One Two Three",
                "item-update | 'payload': [] | null | One Two Three",
                "item-delete | 'key': 2 | 2 | One Three",
                "item-delete | 'key': '1,3' | ['1', '3'] | Two",
                "item-delete | 'query': {'filter': {'status': 'published'}} | [2, 3] | One",
                "item-delete | 'query': {} | null | One Two Three",
                "item-delete | 'key': [] | null | One Two Three",
            })
    void givesWhatTheRecordedProductGives(String type, String options, String expected, String titles) {
        FlowVerifier verifier = given(type, ALL + ", " + options.replace("\\'", "\\\""));

        verifier.whenWebhook(BODY).thenReply(quoted(expected)).thenStatus(RunStatus.SUCCEEDED);

        assertThat(titles(verifier)).isEqualTo(titles);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "item-create | 'payload': 'x' | ",
                "item-create | 'payload': 5 | INVALID_PAYLOAD",
                "item-create | 'payload': ['x'] | INVALID_PAYLOAD",
                "item-create | 'payload': {} | FAILED_VALIDATION",
                "item-read | 'key': 99 | FORBIDDEN",
                "item-read | 'key': 'abc' | FORBIDDEN",
                "item-read | 'key': ['{{ $trigger.body.ids }}'] | FORBIDDEN",
                "item-read | 'key': '{{ nope }}' | FORBIDDEN",
                "item-read | 'key': 2, 'query': {'filter': {'status': 'draft'}} | FORBIDDEN",
                "item-read | 'query': 5 | INVALID_QUERY",
                "item-read | 'query': '{bad' | ",
                "item-update | 'key': 1, 'query': {'limit': 1}, 'payload': {'title': 'U'} | INVALID_PAYLOAD",
                "item-update | 'key': 1, 'payload': [{'id': 1}] | INVALID_PAYLOAD",
                "item-update | 'query': {'limit': 1}, 'payload': [{'id': 1}] | INVALID_PAYLOAD",
                "item-update | 'payload': [{'title': 'no key'}] | INVALID_PAYLOAD",
                "item-update | 'key': 1, 'payload': '5' | INVALID_PAYLOAD",
                "item-update | 'key': 1, 'payload': false | INVALID_PAYLOAD",
                "item-update | 'key': [{'id': 1}], 'payload': {'title': 'U'} | INVALID_PAYLOAD",
                "item-update | 'query': 5, 'payload': {'title': 'U'} | INVALID_PAYLOAD",
                "item-delete | 'key': 1, 'query': {'limit': 1} | INVALID_PAYLOAD",
                "item-delete | 'key': [[1]] | INVALID_PAYLOAD",
            })
    void rejectsWhatCanNotBeMeant(String type, String options, @Nullable String code) {
        FlowVerifier verifier = given(type, ALL + ", " + options);

        JsonNode error = verifier.whenWebhook(BODY).thenStatus(RunStatus.FAILED).value();

        JsonNode first = error.isArray() ? error.get(0) : error;
        assertThat(first.path("code").asText(null)).isEqualTo(code);
        assertThat(titles(verifier)).isEqualTo("One Two Three");
    }

    @Test
    void saysWhatIsWrongWithAnUpdate() {
        var both = given("item-update", ALL + ", 'key': 1, 'query': {'limit': 1}, 'payload': {'title': 'U'}");
        var batch = given("item-update", ALL + ", 'key': 1, 'payload': [{'id': 1}]");

        assertThat(both.whenWebhook("{}")
                        .run()
                        .document()
                        .at("/data/$last/message")
                        .asText())
                .isEqualTo("Invalid payload. Cannot use both \"key\" and \"query\".");
        assertThat(batch.whenWebhook("{}")
                        .run()
                        .document()
                        .at("/data/$last/message")
                        .asText())
                .isEqualTo("Invalid payload. Cannot use \"key\" or \"query\" with a batch payload.");
    }

    @Test
    void showsTheFieldsOfAnAggregateAsLists() {
        var ended = given(
                        "item-read", ALL + ", 'query': {'aggregate': {'count': '*', 'sum': 'views,price'}, 'limit': 1}")
                .whenWebhook("{}");

        assertThat(ended.run().document().at("/steps/0/options/query"))
                .hasToString(quoted("{'aggregate':{'count':['*'],'sum':['views','price']},'limit':1}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "admin | 'permissions': '$trigger' | [1,2,3]",
                "editor | 'permissions': '$trigger' | [2,3]",
                "editor | 'permissions': '' | [2,3]",
                "editor | 'permissions': null | [2,3]",
                "editor | 'emitEvents': false | [2,3]",
                "editor | 'permissions': '$full' | [1,2,3]",
                "none | 'permissions': '$full' | [1,2,3]",
                "admin | 'permissions': '00000000-0000-0000-0000-000000000003' | [2,3]",
                "none | 'permissions': '{{ $trigger.body.role }}' | [2,3]",
                "none | 'permissions': '$trigger' | FORBIDDEN",
                "none | 'emitEvents': false | FORBIDDEN",
                "admin | 'permissions': '$public' | FORBIDDEN",
            })
    void usesTheRightsThatTheAuthorChose(String caller, String permissions, String expected) {
        Accountability who = RecordedFixtures.caller(caller);
        JsonNode answer = given("item-read", "'collection': 'articles', 'query': {'fields': 'id'}, " + permissions)
                .as(who)
                .whenWebhook("{\"role\": \"00000000-0000-0000-0000-000000000003\"}")
                .value();

        assertThat(
                        answer.isArray()
                                ? answer.findValues("id").toString().replace(" ", "")
                                : answer.path("code").asText())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Editor", "11111111-1111-4111-8111-111111111111", "$FULL", "undefined"})
    void rejectsARoleThatDoesNotExist(String role) {
        var ended = given("item-read", "'collection': 'articles', 'permissions': '" + role + "'")
                .whenWebhook("{}")
                .thenReply("{}");

        assertThat(ended.run().document().at("/data/$last/message").asText())
                .isEqualTo("Configured role \"" + role + "\" isn't a valid role ID or doesn't exist.");
    }

    @Test
    void givesTheSystemsRightsOnlyToAnEventOfTheSystem() {
        FlowVerifier verifier = FlowVerifier.given(
                flow("operation", "item-read", "'collection': 'articles', 'query': {'fields': 'id'}"));

        assertThat(answer(
                        verifier,
                        new FlowCall(
                                verifier.flow(), json("1"), new Authority.Platform(), RunChain.at(new UUID(0, 9), 1))))
                .hasSize(3);
        assertThat(answer(
                                verifier,
                                new FlowCall(
                                        verifier.flow(),
                                        json("1"),
                                        Authority.everyone(),
                                        RunChain.at(new UUID(0, 9), 1)))
                        .path("code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    private static JsonNode answer(FlowVerifier verifier, TriggerEvent event) {
        return ((Reply.Answered) verifier.engine()
                        .engine()
                        .handle(event)
                        .toCompletableFuture()
                        .join())
                .value();
    }

    @Test
    void tellsWhoChangedWhat() {
        FlowVerifier verifier = given("item-create", "'collection': 'articles', 'payload': {'title': 'X'}");
        verifier.whenWebhook("{}");

        assertThat(verifier.fixtures().items().rows("directus_activity"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("user").asText()).isEqualTo(String.valueOf(RecordedFixtures.ADMIN.user())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "item-create | Items are not available on this server.",
                "item-read | Items are not available on this server.",
                "notification | Notifications are not available on this server."
            })
    void isHonestOnAServerWithoutItems(String type, String message) {
        FakeClock clock = new FakeClock();
        var engine = new FlowEngineBuilder()
                .flows(new InMemoryFlowStore())
                .runs(new InMemoryRunStore())
                .queue(new FakeWorkQueue(clock))
                .clock(clock)
                .build();
        ObjectNode draft = flow("operation", type, "'payload': {'title': 'X'}, 'recipient': 'x'");
        var id = engine.library()
                .createFlows(java.util.List.of(draft), FlowVerifier.ADMIN)
                .get(0)
                .id();

        JsonNode error = ((Reply.Answered) engine.engine()
                        .handle(new FlowCall(id, json("1"), new Authority.Platform(), RunChain.at(new UUID(0, 9), 1)))
                        .toCompletableFuture()
                        .join())
                .value();

        assertThat(error.path("code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(error.path("status").asInt()).isEqualTo(503);
        assertThat(error.path("message").asText()).isEqualTo(message);
    }
}
