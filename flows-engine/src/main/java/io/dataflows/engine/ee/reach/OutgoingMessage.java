package io.dataflows.engine.ee.reach;

import io.dataflows.model.capability.Mail;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** A mail as it goes over the wire. Every attempt of the same step of the same run has the same Message-ID. */
final class OutgoingMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private OutgoingMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    static OutgoingMessage of(
            Session session, Mail mail, InternetAddress from, Recipients recipients, String html, Instant now)
            throws MessagingException {
        OutgoingMessage message = new OutgoingMessage(session, id(mail, from));
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, array(recipients.to()));
        message.setRecipients(RecipientType.CC, array(recipients.cc()));
        if (!recipients.replyTo().isEmpty()) {
            message.setReplyTo(array(recipients.replyTo()));
        }
        if (mail.subject() != null) {
            message.setSubject(oneLine(mail.subject()), UTF_8);
        }
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHtml(html);
        message.saveChanges();
        return message;
    }

    /** As bytes with a type, which need no table of types that a server might not find. */
    private void setHtml(String html) throws MessagingException {
        byte[] bytes = html.replaceAll("\r\n|\r|\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/html; charset=utf-8")));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static String id(Mail mail, InternetAddress from) {
        UUID step = UUID.nameUUIDFromBytes(mail.stepKey().getBytes(StandardCharsets.UTF_8));
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        return "<" + mail.run() + "." + step + "@" + domain + ">";
    }

    private static InternetAddress[] array(List<InternetAddress> addresses) {
        return addresses.toArray(InternetAddress[]::new);
    }

    /** A line break would begin a header that the flow's data chose. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    }
}
