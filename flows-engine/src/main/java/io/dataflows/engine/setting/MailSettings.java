package io.dataflows.engine.setting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How mails are sent.
 *
 * @param session {@code EMAIL_SESSION}, JNDI name of a mail session of the server
 * @param smtp the mail server to talk to where no session is named
 * @param from {@code EMAIL_FROM}, address of the sender; without it that of the session, then no-reply@example.com
 * @param projectName {@code PROJECT_NAME}, the sender's name where a step gives none
 * @param templates {@code EMAIL_TEMPLATES_PATH}, folder of the templates, ./templates unless set
 * @param timeout {@code EMAIL_TIMEOUT}, how long the mail server may take to connect or to answer; 30 s unless set
 * @param concurrency {@code EMAIL_CONCURRENCY}, mails under way at a time; 4 unless set
 */
public record MailSettings(
        Optional<String> session,
        Optional<Smtp> smtp,
        Optional<String> from,
        String projectName,
        Path templates,
        Duration timeout,
        int concurrency,
        Optional<Limit> limit) {

    /**
     * {@code EMAIL_SMTP_…}.
     *
     * @param port 465 with TLS from the start, else 587, unless set
     * @param secure TLS from the start
     * @param ignoreTls not even STARTTLS where the mail server offers it
     */
    public record Smtp(
            String host, int port, Optional<String> user, String password, boolean secure, boolean ignoreTls) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + "]";
        }
    }

    /**
     * {@code RATE_LIMITER_EMAIL_FLOWS_…}: so many mails of one flow in so much time.
     *
     * @param message what the error says, if it shall say something else
     */
    public record Limit(int points, Duration duration, Optional<String> message) {}

    static MailSettings of(Settings settings) {
        String transport = settings.text("EMAIL_TRANSPORT").orElse("smtp");
        if (!transport.equalsIgnoreCase("smtp")) {
            throw new IllegalArgumentException("Setting EMAIL_TRANSPORT (" + transport + ") is not smtp. Maybe let the"
                    + " other transport's SMTP server be called, or a mail session of the server with EMAIL_SESSION.");
        }
        return new MailSettings(
                settings.text("EMAIL_SESSION"),
                settings.text("EMAIL_SMTP_HOST").map(host -> smtp(settings, host)),
                settings.text("EMAIL_FROM"),
                settings.text("PROJECT_NAME").orElse("Data Flows"),
                Path.of(settings.text("EMAIL_TEMPLATES_PATH").orElse("./templates")),
                settings.time("EMAIL_TIMEOUT", Duration.ofSeconds(30)),
                Math.max(1, settings.number("EMAIL_CONCURRENCY", 4)),
                flag(settings, "RATE_LIMITER_EMAIL_FLOWS_ENABLED") ? Optional.of(limit(settings)) : Optional.empty());
    }

    private static Smtp smtp(Settings settings, String host) {
        boolean secure = flag(settings, "EMAIL_SMTP_SECURE");
        return new Smtp(
                host,
                settings.number("EMAIL_SMTP_PORT", secure ? 465 : 587),
                settings.text("EMAIL_SMTP_USER"),
                settings.text("EMAIL_SMTP_PASSWORD").orElse(""),
                secure,
                flag(settings, "EMAIL_SMTP_IGNORE_TLS"));
    }

    private static Limit limit(Settings settings) {
        return new Limit(
                settings.number("RATE_LIMITER_EMAIL_FLOWS_POINTS", 1),
                Duration.ofSeconds(settings.number("RATE_LIMITER_EMAIL_FLOWS_DURATION", 60)),
                settings.text("RATE_LIMITER_EMAIL_FLOWS_ERROR_MESSAGE"));
    }

    private static boolean flag(Settings settings, String name) {
        String text = settings.text(name).orElse("false").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("Setting " + name + " (" + text + ") is not true or false.");
        };
    }
}
