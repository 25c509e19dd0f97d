package io.dataflows.engine.admit;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.flow.ReplyPolicy;
import io.dataflows.model.flow.TriggerDefinition;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.WebhookCall;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualRulesTest {

    private static final TriggerDefinition.Manual ARTICLES =
            new TriggerDefinition.Manual(List.of("articles"), true, new ReplyPolicy(ReplyPolicy.LAST, false, false));

    private static FlowVerifier given(String options) {
        return FlowVerifier.given(draft(("{'trigger': 'manual', 'options': " + options
                        + ", 'operations': {'a': {'type': 'transform', 'options': {'json': 'ran'}}}}")
                .replace('\'', '"')
                .replace("\"ran\"", "\"\\\"ran\\\"\"")));
    }

    private static WebhookCall call(Accountability who, String method, String body) {
        return new WebhookCall(
                UUID.randomUUID(),
                method,
                "/trigger/x",
                Json.object(),
                Flows.json(body.replace('\'', '"')),
                Json.object(),
                new byte[0],
                who);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "admin | {'collections': ['articles']} | {'collection': 'articles', 'keys': [1, 2]}",
                "admin | {'collections': 'articles'} | {'collection': 'articles', 'keys': ['1']}",
                "admin | {'collections': ['articles'], 'location': 'hidden'} | {'collection': 'articles', 'keys': [99]}",
                "admin | {'collections': ['articles'], 'requireSelection': false} | {'collection': 'articles'}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': [2]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': ['2', 3]}",
                "editor | {'collections': ['articles'], 'requireSelection': false} | {'collection': 'articles'}",
                "editor | {'collections': ['articles'], 'requireSelection': false} | {'collection': 'articles', 'keys': []}",
            })
    void startsForWhoeverMayReadTheItems(String caller, String options, String body) {
        given(options)
                .as(RecordedFixtures.caller(caller))
                .whenWebhook(body.replace('\'', '"'))
                .thenReply("\"ran\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "admin | {'collections': ['articles']} | {'collection': 'articles'}",
                "admin | {'collections': ['articles']} | {'collection': 'articles', 'keys': []}",
                "admin | {'collections': ['articles']} | {'collection': 'articles', 'keys': 1}",
                "admin | {'collections': ['articles']} | {'keys': [1]}",
                "admin | {'collections': ['articles']} | {'collection': 'notes', 'keys': [1]}",
                "admin | {'collections': ['articles']} | {}",
                "admin | {'collections': []} | {'collection': 'articles', 'keys': [1]}",
                "admin | {} | {'collection': 'articles', 'keys': [1]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': [1]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': [2, 1]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': [99]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': ['02']}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': [[2]]}",
                "editor | {'collections': ['articles']} | {'collection': 'articles', 'keys': ['abc']}",
                "editor | {'collections': ['articles'], 'requireSelection': false} | {'collection': 'articles', 'keys': 2}",
                "editor | {'collections': ['articles', 'notes']} | {'collection': 'notes', 'keys': ['x']}",
                "editor | {'collections': ['notes'], 'requireSelection': false} | {'collection': 'notes'}",
                "editor | {'collections': ['nope'], 'requireSelection': false} | {'collection': 'nope'}",
            })
    void refusesEveryOtherCallInTheSameWords(String caller, String options, String body) {
        FlowVerifier verifier = given(options).as(RecordedFixtures.caller(caller));

        var ended = verifier.whenWebhook(body.replace('\'', '"')).thenRefused(403, "FORBIDDEN");

        assertThat(((Reply.Refused) ended.reply()).fault().message())
                .isEqualTo("You don't have permission to access this.");
        assertThat(verifier.runs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'collections': ['articles']} | {'collection': 'articles', 'keys': [2]}",
                "{'collections': ['articles'], 'requireSelection': false} | {'collection': 'articles'}",
            })
    void cve_2025_53889_startsNothingForSomebodyWhoIsNotSignedIn(String options, String body) {
        FlowVerifier verifier = given(options).as(RecordedFixtures.NOBODY);

        verifier.whenWebhook(body.replace('\'', '"')).thenRefused(403, "FORBIDDEN");

        assertThat(verifier.runs()).isEmpty();
    }

    @Test
    void cve_2025_53889_distrustsAnIdentityWithoutPersonOrRole() {
        Accountability impossible = new Accountability(null, null, List.of(), true, true, null, null, null);
        ManualRules rules = new ManualRules(Optional.empty());

        assertThat(rules.allow(ARTICLES, call(impossible, "POST", "{'collection': 'articles', 'keys': [1]}")))
                .isFalse();
    }

    @Test
    void letsOnlyAdministratorsStartAFlowOnAServerWithoutItems() {
        ManualRules rules = new ManualRules(Optional.empty());
        String body = "{'collection': 'articles', 'keys': [2]}";

        assertThat(rules.allow(ARTICLES, call(RecordedFixtures.ADMIN, "POST", body)))
                .isTrue();
        assertThat(rules.allow(ARTICLES, call(RecordedFixtures.ADMIN, "GET", body)))
                .isFalse();
        assertThat(rules.allow(ARTICLES, call(RecordedFixtures.EDITOR, "POST", body)))
                .isFalse();
    }

    @Test
    void takesAFailureOfTheStoreForNoAnswer() {
        Fault down = Fault.of(ErrorCode.SERVICE_UNAVAILABLE, FaultKind.OPERATIONAL, "The database is down.");
        ManualRules rules = new ManualRules(Optional.of(failing(new FlowsException(down))));
        var call = call(RecordedFixtures.EDITOR, "POST", "{'collection': 'articles', 'keys': [2]}");

        assertThatThrownBy(() -> rules.allow(ARTICLES, call)).hasMessage("The database is down.");
    }

    private static ItemStore failing(FlowsException failure) {
        return (ItemStore) Proxy.newProxyInstance(
                ItemScope.class.getClassLoader(), new Class<?>[] {ItemStore.class}, (proxy, method, arguments) -> {
                    throw failure;
                });
    }
}
