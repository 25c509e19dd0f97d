package io.dataflows.engine.ee.reach;

import io.dataflows.engine.ee.naming.LocalNames;
import io.dataflows.engine.setting.MailSettings;
import io.dataflows.engine.setting.MailSettings.Smtp;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The way to the mail server: a session of this server by its name, or one of our own from the settings. */
final class MailSessions {

    private final MailSettings settings;

    MailSessions(MailSettings settings) {
        this.settings = settings;
    }

    /** @throws MessagingException when there is no session; its message is for administrators */
    Session open() throws MessagingException {
        if (settings.session().isPresent()) {
            return named(settings.session().get());
        }
        Smtp smtp = settings.smtp()
                .orElseThrow(() -> new MessagingException("no mail server is set. Maybe set EMAIL_SESSION to the JNDI"
                        + " name of a mail session, or EMAIL_SMTP_HOST"));
        return Session.getInstance(properties(smtp), login(smtp));
    }

    private Session named(String name) throws MessagingException {
        try {
            if (LocalNames.lookup(name) instanceof Session session) {
                timeouts().forEach(session.getProperties()::putIfAbsent);
                return session;
            }
            throw refused(name, "is not a mail session", null);
        } catch (IllegalArgumentException foreign) {
            throw refused(name, "is not a local JNDI name", foreign);
        } catch (NamingException missing) {
            throw refused(name, "does not exist on this server", missing);
        }
    }

    /** The properties of a session of our own. */
    Properties properties(Smtp smtp) {
        Properties properties = timeouts();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", smtp.host());
        properties.setProperty("mail.smtp.port", String.valueOf(smtp.port()));
        properties.setProperty("mail.smtp.auth", String.valueOf(smtp.user().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.secure()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(!smtp.secure() && !smtp.ignoreTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // One bad address doesn't keep the mail from the others.
        properties.setProperty("mail.smtp.sendpartial", "true");
        return properties;
    }

    /** A mail server that doesn't answer must not hold a thread for ever, which is the default. */
    private Properties timeouts() {
        Properties properties = new Properties();
        String millis = String.valueOf(settings.timeout().toMillis());
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
                properties.setProperty(protocol + wait, millis);
            }
        }
        return properties;
    }

    static @Nullable Authenticator login(Smtp smtp) {
        if (smtp.user().isEmpty()) {
            return null;
        }
        var login = new PasswordAuthentication(smtp.user().get(), smtp.password());
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        };
    }

    private static MessagingException refused(String name, String fact, @Nullable Exception cause) {
        return new MessagingException(
                "mail session (" + name + ") " + fact + ". Maybe create it, or set EMAIL_SESSION to another name",
                cause);
    }
}
