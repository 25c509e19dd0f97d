package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.trigger.Authority;
import java.util.List;

/** Puts notifications into people's inboxes, and mails a copy to those who want one. */
@Known(as = "Notifications")
public interface Notifier {

    /**
     * Sends the same notification to each recipient, or to none where one can't be reached. The sender is the
     * authority's user.
     *
     * @param recipients ids of users; JSON null stands for one that is missing
     * @return the notifications' keys, in the recipients' order
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN, INVALID_FOREIGN_KEY for somebody unknown,
     *     NOT_NULL_VIOLATION without subject or recipient
     */
    List<JsonNode> send(Authority authority, List<JsonNode> recipients, Notification notification);
}
