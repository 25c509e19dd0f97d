package io.dataflows.model.capability;

import io.dataflows.model.error.Fault;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Hands mails to a mail server. */
public interface MailSender {

    /**
     * Sends a mail, on another thread. The stage never fails: it completes when the conversation with the mail server
     * is over, with what came of it. A failure is in the server's log by then.
     *
     * @throws io.dataflows.model.error.FlowsException EMAIL_LIMIT_EXCEEDED when the flow sent too many, a plain error when
     *     the body can't be made
     */
    CompletionStage<Delivery> send(Mail mail);

    /**
     * What came of a mail.
     *
     * @param failure null when the mail server took it for all recipients. OPERATIONAL when it may work later, USER when
     *     it never will
     */
    record Delivery(@Nullable Fault failure) {}
}
