package io.dataflows.engine.ee.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.json.Vectors;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.model.capability.MailSender;
import io.dataflows.model.run.RunStatus;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operation with a real mail server at the other end. */
class MailOperationTest {

    private final Map<String, String> settings = new HashMap<>();
    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mails.start();
        settings.put("EMAIL_SMTP_HOST", "127.0.0.1");
        settings.put("EMAIL_SMTP_PORT", String.valueOf(mails.getSmtp().getPort()));
        settings.put("EMAIL_FROM", "flows@example.com");
        settings.put("PROJECT_NAME", "Directus");
    }

    @AfterEach
    void stop() {
        mails.stop();
    }

    static Stream<Arguments> recorded() {
        return Vectors.cases(Vectors.read("mail_cases.json"));
    }

    private FlowVerifier flow(JsonNode options) {
        return FlowVerifier.given(
                Flows.draft(
                        """
                        {"options": {"method": "POST", "return": "$last"},
                         "operations": {"a": {"type": "mail", "options": %s}}}"""
                                .formatted(Json.write(options))),
                settings,
                this::withSender);
    }

    private FlowEngineBuilder withSender(FlowEngineBuilder builder) {
        WorkQueue atOnce = new WorkQueue() {
            @Override
            public void submit(Runnable work) {
                work.run();
            }

            @Override
            public void schedule(Duration delay, Runnable work) {
                throw new RejectedExecutionException("not here");
            }
        };
        return builder.capability(
                MailSender.class, new JakartaMailSender(Settings.of(settings).mail(), atOnce, new FakeClock()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recorded")
    void sendsWhatWasRecorded(String name, JsonNode recorded) throws Exception {
        var ended = flow(recorded.get("options")).whenWebhook(Json.write(recorded.get("body")));
        JsonNode step = ended.steps().iterator().next();
        assertThat(step.get("status")).isEqualTo(recorded.at("/step/status"));
        assertThat(step.get("options")).isEqualTo(recorded.at("/step/options"));
        if (step.get("status").textValue().equals("resolve")) {
            ended.thenReply("null").thenStatus(RunStatus.SUCCEEDED);
        } else {
            ended.thenReply("{}").thenStatus(RunStatus.FAILED);
        }
        JsonNode mail = recorded.at("/mails/0");
        assertThat(mails.getReceivedMessages()).hasSize(mail.path("rcpt").size());
        if (!mail.isMissingNode()) {
            assertReceived(mail, mails.getReceivedMessages()[0]);
        }
    }

    private static void assertReceived(JsonNode recorded, MimeMessage message) throws Exception {
        assertThat(message.getHeader("Return-Path", null)).isEqualTo("<flows@example.com>");
        assertThat(message.getSubject()).isEqualTo(recorded.get("subject").textValue());
        assertThat(message.getHeader("To", null)).isEqualTo(recorded.get("to").textValue());
        assertThat(message.getHeader("From", null))
                .isEqualTo(recorded.get("fromHeader").textValue());
        // The test's mail server drops the last line's end.
        assertThat(message.getContent().toString().replace("\r\n", "\n") + "\n")
                .isEqualTo(recorded.get("body").textValue());
    }

    @Test
    void resolvesAMailThatWasNotDeliveredUnlessToldOtherwise() {
        mails.stop();
        flow(Flows.json("{\"to\": \"a@x.io\", \"subject\": \"S\", \"body\": \"b\"}"))
                .whenWebhook("{}")
                .thenReply("null")
                .thenStatus(RunStatus.SUCCEEDED);
        flow(Flows.json("{\"to\": \"a@x.io\", \"subject\": \"S\", \"body\": \"b\", \"onFailure\": \"reject\"}"))
                .whenWebhook("{}")
                .thenReply("{\"name\": \"DirectusError\", \"code\": \"SERVICE_UNAVAILABLE\", \"status\": 503}")
                .thenStatus(RunStatus.FAILED);
    }

    @Test
    void rejectsAMailBeyondTheLimitOfItsFlow() {
        settings.put("RATE_LIMITER_EMAIL_FLOWS_ENABLED", "true");
        var flow = flow(Flows.json("{\"to\": \"a@x.io\", \"subject\": \"S\", \"body\": \"b\"}"));
        flow.whenWebhook("{}").thenReply("null");
        assertThat(flow.whenWebhook("{}").value().get("code").textValue()).isEqualTo("EMAIL_LIMIT_EXCEEDED");
        assertThat(mails.getReceivedMessages()).hasSize(1);
    }

    @Test
    void takesAddressesAsObjectsAndSendsTheBuiltInTemplate() throws Exception {
        flow(Flows.json(
                        """
                {"to": [[{"name": "Doe, \\"Ada\\"", "address": "a@x.io"}]], "subject": "S", "type": "template",
                 "data": {"html": "<p>Hi</p>"}}"""))
                .whenWebhook("{}")
                .thenReply("null");
        MimeMessage message = mails.getReceivedMessages()[0];
        assertThat(((jakarta.mail.internet.InternetAddress) message.getAllRecipients()[0]).getPersonal())
                .isEqualTo("Doe, \"Ada\"");
        assertThat(message.getContent().toString()).contains("<p>Hi</p>");
    }
}
