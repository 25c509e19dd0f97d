package io.dataflows.engine.operation.items;

import static io.dataflows.engine.testkit.Flows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.InMemoryNotifier;
import io.dataflows.engine.testkit.InMemoryNotifier.Mail;
import io.dataflows.engine.testkit.RecordedFixtures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationOperationTest {

    private static final String ADMIN = String.valueOf(RecordedFixtures.ADMIN.user());
    private static final String EDITOR = String.valueOf(RecordedFixtures.EDITOR.user());

    private static FlowVerifier given(String options) {
        return FlowVerifier.given(draft("{'operations': {'a': {'type': 'notification', 'options': {%s}}}}"
                .formatted(options)
                .replace("ADMIN", ADMIN)
                .replace("EDITOR", EDITOR)
                .replace('\'', '"')));
    }

    private static List<ObjectNode> inbox(FlowVerifier verifier) {
        return verifier.fixtures().items().rows(InMemoryNotifier.COLLECTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'recipient': 'EDITOR' | [1]",
                "'recipient': ['EDITOR'] | [1]",
                "'recipient': 'ADMIN,EDITOR' | [1, 2]",
                "'recipient': ['ADMIN', 'EDITOR'] | [1, 2]",
                "'recipient': '{{ $trigger.body.users }}' | [1, 2]",
                "'recipient': [] | []",
            })
    void takesRecipientsInEveryForm(String recipient, String expected) {
        given("'subject': 'Sub', " + recipient)
                .whenWebhook("{\"users\": [\"" + ADMIN + "\", \"" + EDITOR + "\"]}")
                .thenReply(expected);
    }

    @Test
    void sendsInTheCallersNameAndMailsACopy() {
        FlowVerifier verifier = given("'recipient': 'EDITOR', 'subject': 'Sub', 'message': {'a': 1}, 'item': 5");
        verifier.whenWebhook("{}").thenReply("[1]");

        ObjectNode row = inbox(verifier).get(0);
        assertThat(row.path("sender").asText()).isEqualTo(ADMIN);
        assertThat(row.path("message").asText()).isEqualTo("{\"a\":1}");
        assertThat(row.path("item").asText()).isEqualTo("5");
        assertThat(verifier.fixtures().notifier().mails())
                .containsExactly(new Mail("ed@example.com", "Sub", "{\"a\":1}"));
    }

    @Test
    void sendsInNobodysNameWithFullAccess() {
        FlowVerifier verifier = given("'recipient': 'EDITOR', 'subject': 'Sub', 'permissions': '$full', 'message': ''");
        verifier.as(RecordedFixtures.NOBODY).whenWebhook("{}").thenReply("[1]");

        assertThat(inbox(verifier).get(0).path("sender").isNull()).isTrue();
        assertThat(inbox(verifier).get(0).path("message").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "admin | 'recipient': 'EDITOR' | NOT_NULL_VIOLATION",
                "admin | 'subject': 'Sub' | NOT_NULL_VIOLATION",
                "admin | 'subject': 'Sub', 'recipient': 'abc' | INVALID_FOREIGN_KEY",
                "admin | 'subject': 'Sub', 'recipient': '' | INVALID_FOREIGN_KEY",
                "none | 'subject': 'Sub', 'recipient': 'ADMIN' | FORBIDDEN",
                "editor | 'subject': 'Sub', 'recipient': 'ADMIN' | FORBIDDEN",
                "admin | 'subject': 'Sub', 'recipient': 'ADMIN', 'permissions': '$public' | FORBIDDEN",
            })
    void rejectsWhatCanNotBeSent(String caller, String options, String code) {
        FlowVerifier verifier = given(options);
        var value =
                verifier.as(RecordedFixtures.caller(caller)).whenWebhook("{}").value();

        assertThat(value.path("code").asText()).isEqualTo(code);
        assertThat(inbox(verifier)).isEmpty();
        assertThat(verifier.fixtures().notifier().mails()).isEmpty();
    }
}
