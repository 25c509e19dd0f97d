package io.dataflows.engine.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.ee.reach.JakartaMailSender;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.model.capability.MailSender;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordedEngineTest {

    private static final String HOST = "flows.example.com";

    @Test
    void answersAndJournalsAsRecorded() {
        Placeholders known = new Placeholders();
        RecordedFixtures.placeholders().forEach(known::bind);
        known.bind("<host>", HOST);
        try (var world = RecordedWorld.open(0);
                var product = new InMemoryProduct((builder, queue) -> wired(builder, queue, world))) {
            var cases = new RecordedEngineCases(product, world, known);
            var differences = cases.run(one -> true);
            System.out.println("Recorded flows: " + cases.compared() + " of "
                    + RecordedEngineCases.all().size() + " run, " + differences.size() + " differences, "
                    + Differences.count() + " on purpose.");
            assertThat(String.join("\n", differences)).isEmpty();
            assertThat(cases.compared()).isEqualTo(249);
        }
    }

    private static FlowEngineBuilder wired(FlowEngineBuilder builder, WorkQueue queue, RecordedWorld world) {
        Map<String, String> values = new HashMap<>(RecordedFixtures.settings());
        values.put("PUBLIC_URL", "http://" + HOST);
        values.put("FLOWS_REQUEST_ALLOW_LIST", "127.0.0.1");
        values.put("PROJECT_NAME", "Directus");
        values.put("EMAIL_SMTP_HOST", "127.0.0.1");
        values.put("EMAIL_SMTP_PORT", String.valueOf(world.smtpPort()));
        Settings settings = Settings.of(values);
        return builder.settings(settings)
                .capability(MailSender.class, new JakartaMailSender(settings.mail(), queue, Clock.systemUTC()));
    }
}
