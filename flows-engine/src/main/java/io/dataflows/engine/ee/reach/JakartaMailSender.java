package io.dataflows.engine.ee.reach;

import io.dataflows.engine.mail.MailBodies;
import io.dataflows.engine.mail.MailLimit;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.MailSettings;
import io.dataflows.model.capability.Mail;
import io.dataflows.model.capability.MailSender;
import io.dataflows.model.error.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Sends mails with Jakarta Mail, a few at a time. Closed, it refuses those that wait; those under way go on. */
public final class JakartaMailSender implements MailSender, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("io.dataflows.mail");
    private static final String NO_REPLY = "no-reply@example.com";

    /** Opens a session for each mail. */
    interface Sessions {
        Session open() throws MessagingException;
    }

    private final MailSettings settings;
    private final Sessions sessions;
    private final MailBodies bodies;
    private final MailLimit limit;
    private final Lanes lanes;
    private final Clock clock;
    private volatile boolean closed;

    public JakartaMailSender(MailSettings settings, WorkQueue queue, Clock clock) {
        this(settings, new MailSessions(settings)::open, queue, clock);
    }

    JakartaMailSender(MailSettings settings, Sessions sessions, WorkQueue queue, Clock clock) {
        this.settings = settings;
        this.sessions = sessions;
        this.bodies = new MailBodies(settings);
        this.limit = new MailLimit(settings.limit(), clock);
        this.lanes = new Lanes(queue, settings.concurrency());
        this.clock = clock;
    }

    @Override
    public CompletionStage<Delivery> send(Mail mail) {
        limit.count(mail.flow());
        try {
            return CompletableFuture.supplyAsync(() -> deliver(mail), lanes)
                    .exceptionally(DeliveryFaults::of)
                    .thenApply(fault -> reported(mail, fault));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.completedStage(
                    reported(mail, closed ? DeliveryFaults.stopping() : DeliveryFaults.full()));
        }
    }

    /** Mails that wait fail now, while what their runs tell of it can still be stored. */
    @Override
    public void close() {
        closed = true;
        lanes.runWaiting();
    }

    /** The fault for the recipients that the mail can't go to, or null when it went to all. */
    private @Nullable Fault deliver(Mail mail) {
        if (closed) {
            return DeliveryFaults.stopping();
        }
        String html = bodies.html(mail.body());
        Recipients recipients = Recipients.of(mail);
        InternetAddress[] envelope = recipients.envelope();
        if (envelope.length > 0) {
            try {
                Session session = sessions.open();
                transmit(
                        session,
                        OutgoingMessage.of(session, mail, from(session, mail), recipients, html, clock.instant()),
                        envelope);
            } catch (MessagingException | UnsupportedEncodingException failure) {
                throw new CompletionException(failure);
            }
        }
        return envelope.length == 0 || !recipients.bad().isEmpty()
                ? DeliveryFaults.badAddresses(recipients.bad())
                : null;
    }

    private static void transmit(Session session, OutgoingMessage message, InternetAddress[] envelope)
            throws MessagingException {
        try (Transport transport = session.getTransport()) {
            transport.connect();
            transport.sendMessage(message, envelope);
        }
    }

    private InternetAddress from(Session session, Mail mail) throws MessagingException, UnsupportedEncodingException {
        String set = settings.from().orElseGet(() -> session.getProperty("mail.from"));
        InternetAddress address = new InternetAddress(set == null ? NO_REPLY : set);
        String wanted = mail.fromName() == null
                ? ""
                : OutgoingMessage.oneLine(mail.fromName()).trim();
        address.setPersonal(wanted.isEmpty() ? settings.projectName() : wanted, StandardCharsets.UTF_8.name());
        return address;
    }

    private static Delivery reported(Mail mail, @Nullable Fault fault) {
        if (fault != null) {
            LOG.log(
                    Level.ERROR,
                    "Run {0}, {1}: {2}",
                    mail.run(),
                    OutgoingMessage.oneLine(mail.stepKey()),
                    OutgoingMessage.oneLine(mail.secrets().mask(fault.message())));
        }
        return new Delivery(fault);
    }
}
