package io.dataflows.engine.ee.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.secret.CapturedLog;
import io.dataflows.engine.setting.MailSettings;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.ListedSecrets;
import io.dataflows.model.capability.Mail;
import io.dataflows.model.capability.MailSender.Delivery;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.run.RunId;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JakartaMailSenderTest {

    private static final UUID FLOW = new UUID(1, 1);
    private static final RunId RUN = new RunId(new UUID(2, 2));

    private static final ListedSecrets SECRETS = new ListedSecrets(List.of("canary-in-mail"));

    private final FakeClock clock = new FakeClock();
    private final Map<String, String> settings = new HashMap<>();
    private final GreenMail mails = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        mails.start();
        settings.put("EMAIL_SMTP_HOST", "127.0.0.1");
        settings.put("EMAIL_SMTP_PORT", String.valueOf(mails.getSmtp().getPort()));
        settings.put("EMAIL_FROM", "flows@example.com");
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    /** Work on the caller's thread. */
    private static final WorkQueue AT_ONCE = new WorkQueue() {
        @Override
        public void submit(Runnable work) {
            work.run();
        }

        @Override
        public void schedule(Duration delay, Runnable work) {
            throw new RejectedExecutionException("not here");
        }
    };

    private MailSettings read() {
        return Settings.of(settings).mail();
    }

    private Fault send(Mail mail) {
        return new JakartaMailSender(read(), AT_ONCE, clock)
                .send(mail)
                .toCompletableFuture()
                .join()
                .failure();
    }

    /** With a session whose TLS trusts the test's certificate. */
    private Fault sendTrusting(Mail mail) {
        MailSettings read = read();
        JakartaMailSender.Sessions sessions = () -> {
            var properties = new MailSessions(read).properties(read.smtp().orElseThrow());
            properties.setProperty("mail.smtp.ssl.trust", "127.0.0.1");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "false");
            return Session.getInstance(
                    properties, MailSessions.login(read.smtp().orElseThrow()));
        };
        return new JakartaMailSender(read, sessions, AT_ONCE, clock)
                .send(mail)
                .toCompletableFuture()
                .join()
                .failure();
    }

    private static Mail mail(String... to) {
        return mail("S", null, new Mail.Markdown("b"), List.of(to), List.of(), List.of(), List.of());
    }

    private static Mail mail(
            String subject,
            String fromName,
            Mail.Body body,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            List<String> replyTo) {
        return new Mail(FLOW, RUN, "step", SECRETS, to, cc, bcc, replyTo, fromName, subject, body);
    }

    private static Mail titled(String subject, String fromName) {
        return mail(subject, fromName, new Mail.Html("b"), List.of("a@x.io"), List.of(), List.of(), List.of());
    }

    private MimeMessage received() {
        assertThat(mails.getReceivedMessages()).isNotEmpty();
        return mails.getReceivedMessages()[0];
    }

    @Test
    void sendsOnePartOfHtml() throws Exception {
        assertThat(send(mail("a@x.io"))).isNull();
        MimeMessage message = received();
        assertThat(message.getSubject()).isEqualTo("S");
        assertThat(message.getHeader("To", null)).isEqualTo("a@x.io");
        assertThat(message.getHeader("From", null)).isEqualTo("Data Flows <flows@example.com>");
        assertThat(message.getContentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(message.getContent().toString().trim()).isEqualTo("<p>b</p>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(clock.instant());
        assertThat(message.getHeader("Return-Path", null)).isEqualTo("<flows@example.com>");
    }

    @Test
    void readsCommasListsAndNamesInAddresses() throws Exception {
        send(mail("a@x.io,b@x.io", " \"Doe, Ada\" <c@x.io> ", "Ä <d@y.io>"));
        assertThat(mails.getReceivedMessages()).hasSize(4);
        assertThat(jakarta.mail.internet.MimeUtility.decodeText(
                        received().getHeader("To", null).replaceAll("\r\n\\s", " ")))
                .isEqualTo("a@x.io, b@x.io, \"Doe, Ada\" <c@x.io>, Ä <d@y.io>");
    }

    @Test
    void keepsBlindCopiesOutOfTheHeaders() throws Exception {
        var all = mail(
                "S",
                null,
                new Mail.Html("b"),
                List.of("a@x.io"),
                List.of("c@x.io"),
                List.of("b@x.io"),
                List.of("r@x.io"));
        assertThat(send(all)).isNull();
        assertThat(mails.getReceivedMessages()).hasSize(3);
        assertThat(received().getHeader("Cc", null)).isEqualTo("c@x.io");
        assertThat(received().getHeader("Bcc", null)).isNull();
        assertThat(received().getHeader("Reply-To", null)).isEqualTo("r@x.io");
    }

    @Test
    void writesNamesAndSubjectsInAnyLanguage() throws Exception {
        settings.put("PROJECT_NAME", "Projekt Ü");
        send(titled("Grüße 🙂 " + "lang ".repeat(40), " "));
        assertThat(received().getSubject())
                .isEqualTo("Grüße 🙂 " + "lang ".repeat(40).trim() + " ");
        assertThat(((jakarta.mail.internet.InternetAddress) received().getFrom()[0]).getPersonal())
                .isEqualTo("Projekt Ü");
    }

    @Test
    void keepsLinesOfAnyLengthAndLanguage() throws Exception {
        String html = "<p>ä€🙂</p>\n" + "x".repeat(5000) + "\n.\nend";
        send(mail("S", null, new Mail.Html(html), List.of("a@x.io"), List.of(), List.of(), List.of()));
        assertThat(received().getContent().toString().replace("\r\n", "\n").trim())
                .isEqualTo(html);
    }

    @Test
    void trimsTheNameOfTheSender() throws Exception {
        send(titled("S", " My Flow "));
        assertThat(received().getHeader("From", null)).isEqualTo("My Flow <flows@example.com>");
    }

    @Test
    void letsNoDataWriteHeaders() throws Exception {
        String evil = "x\r\nBcc: evil@x.io\r\n\r\nbody\u2028\u0000";
        send(titled(evil, evil));
        send(mail(
                evil,
                evil,
                new Mail.Html("b"),
                List.of("a@x.io\r\nBcc: evil@x.io"),
                List.of(),
                List.of(),
                List.of("r@x.io\r\nX-A: 1")));
        send(mail("\"a\r\nX-A: 1\"@x.io"));
        for (MimeMessage message : mails.getReceivedMessages()) {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getHeader("X-A")).isNull();
            assertThat(message.getContent().toString().trim()).isIn("b", "<p>b</p>");
            assertThat(message.getAllRecipients())
                    .doesNotContain(new jakarta.mail.internet.InternetAddress("evil@x.io"));
        }
        assertThat(received().getSubject().trim()).isEqualTo("x Bcc: evil@x.io body");
    }

    @Test
    void givesEveryAttemptOfAStepTheSameId() throws Exception {
        send(mail("a@x.io"));
        send(mail("a@x.io"));
        MimeMessage[] both = mails.getReceivedMessages();
        assertThat(both[0].getMessageID())
                .isEqualTo(both[1].getMessageID())
                .startsWith("<" + RUN)
                .endsWith("@example.com>");
    }

    @Test
    void sendsToTheOthersWhenOneAddressIsBad() {
        Fault fault = send(mail("a@x.io", "not-an-address"));
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(fault.kind()).isEqualTo(FaultKind.USER);
        assertThat(fault.message()).isEqualTo("Mail was not delivered: recipient (not-an-address) is no mail address.");
    }

    @Test
    void sendsNothingWithoutRecipient() {
        assertThat(send(mail()).message()).isEqualTo("Mail was not delivered: it has no recipient.");
        assertThat(send(mail("not-an-address")).kind()).isEqualTo(FaultKind.USER);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void signsIn() {
        mails.setUser("me", "right");
        settings.put("EMAIL_SMTP_USER", "me");
        settings.put("EMAIL_SMTP_PASSWORD", "right");
        assertThat(send(mail("a@x.io"))).isNull();
        settings.put("EMAIL_SMTP_PASSWORD", "wr0ng");
        Fault fault = send(mail("a@x.io"));
        assertThat(fault.kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(fault.message()).doesNotContain("wr0ng");
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void speaksTlsFromTheStart() {
        settings.put("EMAIL_SMTP_SECURE", "true");
        settings.put("EMAIL_SMTP_PORT", String.valueOf(mails.getSmtps().getPort()));
        assertThat(sendTrusting(mail("a@x.io"))).isNull();
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        settings.put("EMAIL_SMTP_SECURE", "true");
        settings.put("EMAIL_SMTP_PORT", String.valueOf(mails.getSmtps().getPort()));
        assertThat(send(mail("a@x.io")).kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void changesToTlsWhereTheServerOffersIt() throws Exception {
        try (var server = new ScriptedSmtpServer(line -> null)) {
            settings.put("EMAIL_SMTP_PORT", String.valueOf(server.port()));
            assertThat(sendTrusting(mail("a@x.io"))).isNull();
            assertThat(server.heard()).contains("STARTTLS", "tls:RCPT TO:<a@x.io>");
        }
    }

    @Test
    void staysWithoutTlsWhereThatIsSet() throws Exception {
        settings.put("EMAIL_SMTP_IGNORE_TLS", "true");
        try (var server = new ScriptedSmtpServer(line -> null)) {
            settings.put("EMAIL_SMTP_PORT", String.valueOf(server.port()));
            assertThat(send(mail("a@x.io"))).isNull();
            assertThat(server.heard()).doesNotContain("STARTTLS").contains("RCPT TO:<a@x.io>");
        }
    }

    private Fault answered(String to, String line, String answer) throws IOException {
        settings.put("EMAIL_SMTP_IGNORE_TLS", "true");
        try (var server = new ScriptedSmtpServer(heard -> heard.startsWith(line) ? answer : null)) {
            settings.put("EMAIL_SMTP_PORT", String.valueOf(server.port()));
            return send(mail(to));
        }
    }

    @Test
    void tellsWhatNeverWorksFromWhatMayWorkLater() throws Exception {
        assertThat(answered("a@x.io", "RCPT", "550 5.1.1 no such person").kind())
                .isEqualTo(FaultKind.USER);
        assertThat(answered("a@x.io", "RCPT", "450 4.2.0 try later").kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(answered("a@x.io", ".", "554 5.7.1 spam").kind()).isEqualTo(FaultKind.USER);
        assertThat(answered("a@x.io", ".", "451 4.3.0 later").kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(answered("a@x.io", "MAIL", "421 4.3.2 closing").kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(answered("a@x.io", "RCPT", "550 no such person").message()).contains("550 no such person");
    }

    @Test
    void sendsToTheOthersWhenTheServerRefusesOne() throws Exception {
        settings.put("EMAIL_SMTP_IGNORE_TLS", "true");
        try (var server = new ScriptedSmtpServer(line -> line.contains("<bad@x.io>") ? "550 unknown" : null)) {
            settings.put("EMAIL_SMTP_PORT", String.valueOf(server.port()));
            assertThat(send(mail("a@x.io", "bad@x.io")).kind()).isEqualTo(FaultKind.USER);
            assertThat(server.heard()).contains("DATA", "<p>b</p>", ".");
        }
    }

    @Test
    void givesUpOnAServerThatKeepsSilent() throws Exception {
        settings.put("EMAIL_TIMEOUT", "200ms");
        assertThat(answered("a@x.io", "MAIL", "").kind()).isEqualTo(FaultKind.OPERATIONAL);
        assertThat(answered("a@x.io", "", "").kind()).isEqualTo(FaultKind.OPERATIONAL);
    }

    @Test
    void saysWhenNobodyListens() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            settings.put("EMAIL_SMTP_PORT", String.valueOf(taken.getLocalPort()));
        }
        assertThat(send(mail("a@x.io")).kind()).isEqualTo(FaultKind.OPERATIONAL);
    }

    @Test
    void saysWhenNoMailServerIsSet() {
        settings.remove("EMAIL_SMTP_HOST");
        assertThat(send(mail("a@x.io")).message())
                .isEqualTo(
                        "Mail was not delivered: no mail server is set. Maybe set EMAIL_SESSION to the JNDI name of a"
                                + " mail session, or EMAIL_SMTP_HOST.");
    }

    @Test
    void looksUpLocalSessionsOnly() {
        settings.put("EMAIL_SESSION", "ldap://evil.example/x");
        assertThat(send(mail("a@x.io")).message()).contains("is not a local JNDI name");
        settings.put("EMAIL_SESSION", "java:/mail/None");
        assertThat(send(mail("a@x.io")).message()).contains("mail session (java:/mail/None) does not exist");
    }

    @Test
    void reportsATemplateThatDoesNotExist() {
        var body = new Mail.Template("nope", io.dataflows.engine.json.Json.object());
        Fault fault = send(mail("S", null, body, List.of("a@x.io"), List.of(), List.of(), List.of()));
        assertThat(fault.kind()).isEqualTo(FaultKind.USER);
        assertThat(fault.message()).contains("there is no such template");
    }

    @Test
    void masksSecretsInWhatItLogs() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(send(mail("canary-in-mail"))).isNotNull();
            assertThat(log.text()).contains("step", "--redacted--").doesNotContain("canary");
        }
    }

    @Test
    void countsTheMailsOfEachFlow() {
        settings.put("RATE_LIMITER_EMAIL_FLOWS_ENABLED", "true");
        settings.put("RATE_LIMITER_EMAIL_FLOWS_POINTS", "2");
        settings.put("RATE_LIMITER_EMAIL_FLOWS_ERROR_MESSAGE", "Slow down");
        var sender = new JakartaMailSender(read(), AT_ONCE, clock);
        sender.send(mail("a@x.io"));
        sender.send(mail("a@x.io"));
        assertThatThrownBy(() -> sender.send(mail("a@x.io"))).isInstanceOfSatisfying(FlowsException.class, refused -> {
            assertThat(refused.fault().code()).isEqualTo("EMAIL_LIMIT_EXCEEDED");
            assertThat(refused.fault().status()).isEqualTo(429);
            assertThat(refused.fault().message()).isEqualTo("Slow down");
        });
        clock.advance(Duration.ofSeconds(60));
        sender.send(mail("a@x.io"));
        assertThat(mails.getReceivedMessages()).hasSize(3);
    }

    @Test
    void neverHoldsTheCallersThreadAndSendsAFewAtATime() {
        settings.put("EMAIL_CONCURRENCY", "2");
        Deque<Runnable> threads = new ArrayDeque<>();
        WorkQueue queue = new WorkQueue() {
            @Override
            public void submit(Runnable work) {
                threads.add(work);
            }

            @Override
            public void schedule(Duration delay, Runnable work) {
                threads.add(work);
            }
        };
        var sender = new JakartaMailSender(read(), queue, clock);
        List<CompletionStage<Delivery>> sent = new ArrayList<>();
        for (int count = 0; count < 5; count++) {
            sent.add(sender.send(mail("a@x.io")));
        }
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(threads).hasSize(2);
        threads.forEach(Runnable::run);
        assertThat(sent)
                .allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompleted());
        assertThat(mails.getReceivedMessages()).hasSize(5);
    }

    @Test
    void refusesTheMailsThatWaitWhenTheServerStops() {
        settings.put("EMAIL_CONCURRENCY", "1");
        Deque<Runnable> threads = new ArrayDeque<>();
        WorkQueue queue = new WorkQueue() {
            @Override
            public void submit(Runnable work) {
                threads.add(work);
            }

            @Override
            public void schedule(Duration delay, Runnable work) {
                threads.add(work);
            }
        };
        var sender = new JakartaMailSender(read(), queue, clock);
        var first = sender.send(mail("a@x.io")).toCompletableFuture();
        var waiting = sender.send(mail("a@x.io")).toCompletableFuture();
        sender.close();
        assertThat(first).isNotDone();
        assertThat(waiting).isDone();
        threads.forEach(Runnable::run);
        for (var refused : List.of(first, waiting)) {
            assertThat(refused.getNow(new Delivery(null)).failure()).satisfies(fault -> {
                assertThat(fault.kind()).isEqualTo(FaultKind.OPERATIONAL);
                assertThat(fault.message()).isEqualTo("Mail was not delivered: the server is stopping.");
            });
        }
        assertThat(mails.getReceivedMessages()).isEmpty();
    }

    @Test
    void reportsAQueueThatTakesNoWork() {
        WorkQueue full = new WorkQueue() {
            @Override
            public void submit(Runnable work) {
                throw new RejectedExecutionException("full");
            }

            @Override
            public void schedule(Duration delay, Runnable work) {
                throw new RejectedExecutionException("full");
            }
        };
        var sender = new JakartaMailSender(read(), full, clock);
        for (int count = 0; count < 10; count++) {
            assertThat(sender.send(mail("a@x.io"))
                            .toCompletableFuture()
                            .join()
                            .failure()
                            .kind())
                    .isEqualTo(FaultKind.OPERATIONAL);
        }
    }
}
