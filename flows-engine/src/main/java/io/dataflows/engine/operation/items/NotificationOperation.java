package io.dataflows.engine.operation.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.model.capability.Notification;
import io.dataflows.model.capability.Notifier;
import io.dataflows.model.operation.Effect;
import io.dataflows.model.operation.Operation;
import io.dataflows.model.operation.OperationInfo;
import io.dataflows.model.operation.OperationInfo.Overview;
import io.dataflows.model.operation.Option;
import io.dataflows.model.operation.Option.Choice;
import io.dataflows.model.operation.Outcome;
import io.dataflows.model.operation.StepContext;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a notification into the inbox of one or more users; gives the list of the notifications' keys. */
@OperationInfo(
        id = "notification",
        name = "Send Notification",
        icon = "notifications",
        description = "Sends a notification to users of this server.",
        effect = Effect.TRANSACTIONAL,
        overview = {
            @Overview(label = "Title", text = "{{ subject }}"),
            @Overview(label = "Message", text = "{{ message }}")
        })
public final class NotificationOperation implements Operation<NotificationOperation.Options> {

    /** Collection and item are where the notification leads to. */
    public record Options(
            @Option(
                            title = "User",
                            description = "Ids of the users who get it.",
                            widget = "tags",
                            required = true,
                            half = true)
                    @Nullable
                    JsonNode recipient,
            @Option(
                            title = "Permissions",
                            description = RunAs.DESCRIPTION,
                            widget = "role",
                            defaultValue = RunAs.DEFAULT,
                            half = true,
                            choices = {
                                @Choice(value = RunAs.TRIGGER, title = RunAs.TRIGGER_TITLE),
                                @Choice(value = RunAs.PUBLIC, title = RunAs.PUBLIC_TITLE),
                                @Choice(value = RunAs.FULL, title = RunAs.FULL_TITLE)
                            },
                            open = true)
                    @Nullable
                    String permissions,
            @Option(title = "Title", required = true) @Nullable String subject,
            @Option(title = "Message", description = "Markdown.", widget = "markdown") @Nullable String message,
            @Option(title = "Collection", widget = "collection", half = true) @Nullable String collection,
            @Option(title = "Item", description = "Id of the item.", half = true) @Nullable String item) {}

    @Override
    public Class<Options> optionsType() {
        return Options.class;
    }

    @Override
    public Outcome run(Options options, StepContext context) {
        Authority authority = RunAs.of(options.permissions(), context);
        List<JsonNode> recipients =
                JsonLists.elements(options.recipient() == null ? NullNode.getInstance() : options.recipient());
        String message = options.message() == null || options.message().isEmpty() ? null : options.message();
        Notification notification = new Notification(options.subject(), message, options.collection(), options.item());
        return new Outcome.Resolved(
                JsonLists.of(context.capability(Notifier.class).send(authority, recipients, notification)));
    }
}
