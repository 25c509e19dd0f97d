package io.dataflows.engine.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.capability.Notification;
import io.dataflows.model.capability.Notifier;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Notifier} does. */
public abstract class NotifierContract {

    private static final Notification HELLO = new Notification("Sub", "Msg", "articles", "5");
    private static final JsonNode ADMIN = TextNode.valueOf(String.valueOf(RecordedFixtures.ADMIN.user()));
    private static final JsonNode EDITOR = TextNode.valueOf(String.valueOf(RecordedFixtures.EDITOR.user()));

    /** The notifier under test: the recorded people, and nothing in their inboxes. */
    protected abstract Notifier notifier();

    /** All notifications as they are stored. */
    protected abstract List<ObjectNode> inbox();

    @Test
    void putsOneNotificationIntoTheInboxOfEachRecipient() {
        List<JsonNode> keys =
                notifier().send(new Authority.Caller(RecordedFixtures.ADMIN), List.of(EDITOR, ADMIN), HELLO);

        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
        assertThat(inbox()).extracting(row -> row.get("recipient")).containsExactly(EDITOR, ADMIN);
        assertThat(inbox()).allSatisfy(row -> {
            assertThat(row.path("sender")).isEqualTo(ADMIN);
            assertThat(row.path("status").asText()).isEqualTo("inbox");
            assertThat(row.path("subject").asText()).isEqualTo("Sub");
            assertThat(row.path("message").asText()).isEqualTo("Msg");
            assertThat(row.path("collection").asText()).isEqualTo("articles");
            assertThat(row.path("item").asText()).isEqualTo("5");
        });
    }

    @Test
    void namesNoSenderForTheSystem() {
        notifier().send(new Authority.Platform(), List.of(EDITOR), new Notification("Sub", null, null, null));

        assertThat(inbox()).singleElement().satisfies(row -> {
            assertThat(row.path("sender").isNull()).isTrue();
            assertThat(row.path("message").isNull()).isTrue();
        });
    }

    @Test
    void sendsToAllOrToNone() {
        JsonNode stranger = TextNode.valueOf("11111111-1111-4111-8111-111111111111");

        assertThat(refusal(new Authority.Platform(), List.of(EDITOR, stranger), HELLO)
                        .code())
                .isEqualTo("INVALID_FOREIGN_KEY");
        assertThat(refusal(new Authority.Platform(), List.of(TextNode.valueOf("abc")), HELLO)
                        .code())
                .isEqualTo("INVALID_FOREIGN_KEY");
        assertThat(inbox()).isEmpty();
    }

    @Test
    void needsASubjectAndARecipient() {
        Fault noSubject = refusal(new Authority.Platform(), List.of(EDITOR), new Notification(null, "Msg", null, null));
        assertThat(noSubject.code()).isEqualTo("NOT_NULL_VIOLATION");
        assertThat(noSubject.extensions())
                .hasToString("{\"collection\":\"directus_notifications\",\"field\":\"subject\"}");
        assertThat(refusal(new Authority.Platform(), List.of(NullNode.getInstance()), HELLO)
                        .extensions()
                        .path("field")
                        .asText())
                .isEqualTo("recipient");
    }

    @Test
    void refusesWhoeverMayNotNotify() {
        assertThat(refusal(Authority.everyone(), List.of(EDITOR), HELLO).message())
                .isEqualTo("You don't have permission to access collection \"directus_notifications\" or it does not "
                        + "exist. Queried in root.");
        assertThat(refusal(new Authority.Caller(RecordedFixtures.EDITOR), List.of(ADMIN), HELLO)
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    private Fault refusal(Authority authority, List<JsonNode> recipients, Notification notification) {
        FlowsException refused =
                catchThrowableOfType(FlowsException.class, () -> notifier().send(authority, recipients, notification));
        assertThat(refused).isNotNull();
        return refused.fault();
    }
}
