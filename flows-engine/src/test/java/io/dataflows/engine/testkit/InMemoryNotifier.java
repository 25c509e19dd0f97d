package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.capability.Notification;
import io.dataflows.model.capability.Notifier;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notifications as items of {@code directus_notifications}; their mails are only noted. */
public final class InMemoryNotifier implements Notifier {

    public static final String COLLECTION = "directus_notifications";
    private static final String USERS = "directus_users";

    private final ItemStore items;
    private final List<Mail> mails = new ArrayList<>();

    public InMemoryNotifier(ItemStore items) {
        this.items = items;
    }

    /** A copy by mail. */
    public record Mail(String to, String subject, @Nullable String message) {}

    public List<Mail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public List<JsonNode> send(Authority authority, List<JsonNode> recipients, Notification notification) {
        List<JsonNode> keys = items.create(
                new ItemScope(authority, COLLECTION, false),
                recipients.stream()
                        .map(recipient -> row(authority, recipient, notification))
                        .toList());
        recipients.forEach(recipient -> mail(recipient, notification));
        return keys;
    }

    private static ObjectNode row(Authority authority, JsonNode recipient, Notification notification) {
        Accountability sender = authority.accountability();
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set("recipient", recipient);
        row.put(
                "sender",
                sender == null || sender.user() == null ? null : sender.user().toString());
        row.put("subject", notification.subject());
        row.put("message", notification.message());
        row.put("collection", notification.collection());
        row.put("item", notification.item());
        return row;
    }

    private void mail(JsonNode recipient, Notification notification) {
        ItemScope users = new ItemScope(new Authority.Platform(), USERS, false);
        List<JsonNode> keys = List.of(TextNode.valueOf(recipient.asText()));
        for (ObjectNode user : items.read(users, keys, JsonNodeFactory.instance.objectNode())) {
            if (user.path("email_notifications").asBoolean() && user.hasNonNull("email")) {
                mails.add(new Mail(
                        user.path("email").asText(), String.valueOf(notification.subject()), notification.message()));
            }
        }
    }
}
