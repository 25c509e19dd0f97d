package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.Concealment;
import io.dataflows.model.run.RunId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as a step wants it. Texts are as the flow made them: nothing in them is trusted.
 *
 * @param flow whose mails are counted for the limit: the first one of a chain of flows that start one another
 * @param secrets masks what the log says of the mail
 * @param to each text holds one address or several with commas between; so do cc, bcc and replyTo
 * @param fromName name of the sender, or null for the project's
 * @param subject null for none
 */
public record Mail(
        UUID flow,
        RunId run,
        String stepKey,
        Concealment secrets,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> replyTo,
        @Nullable String fromName,
        @Nullable String subject,
        Body body) {

    public Mail {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        replyTo = List.copyOf(replyTo);
    }

    /** What the mail says; becomes HTML. */
    public sealed interface Body {}

    /** Markdown; HTML in it is cleaned of whatever could do harm. */
    public record Markdown(String text) implements Body {}

    /** HTML that is sent as it is. */
    public record Html(String text) implements Body {}

    /**
     * A named template of this server.
     *
     * @param data an object with the template's variables
     */
    public record Template(String name, JsonNode data) implements Body {}
}
