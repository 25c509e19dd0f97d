package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails that a mail server received, one for each message however many recipients it had. */
final class ReceivedMails {

    private ReceivedMails() {}

    static List<JsonNode> of(GreenMail server) {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        try {
            for (GreenMailUser user : server.getUserManager().listUser()) {
                var inbox = server.getManagers().getImapHostManager().getInbox(user);
                for (var stored : inbox.getMessages()) {
                    MimeMessage message = stored.getMimeMessage();
                    byId.computeIfAbsent(message.getMessageID(), id -> described(message))
                            .withArray("rcpt")
                            .add("RCPT TO:<" + user.getEmail() + ">");
                }
            }
        } catch (FolderException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return List.copyOf(byId.values());
    }

    private static ObjectNode described(MimeMessage message) {
        try {
            ObjectNode mail = JsonNodeFactory.instance.objectNode();
            mail.put("from", "MAIL FROM:" + message.getHeader("Return-Path", null));
            mail.putArray("rcpt");
            mail.put("subject", message.getSubject());
            mail.put("to", message.getHeader("To", null));
            mail.put("fromHeader", message.getHeader("From", null));
            mail.put("body", html(message).replace("\r\n", "\n"));
            return mail;
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String html(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = html(inner);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
