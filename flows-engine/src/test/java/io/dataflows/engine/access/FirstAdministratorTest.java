package io.dataflows.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.testkit.InMemoryPolicyStore;
import io.dataflows.engine.testkit.InMemorySettingStore;
import io.dataflows.engine.testkit.InMemoryUserStore;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {
    private final InMemoryUserStore users = new InMemoryUserStore();
    private final InMemorySettingStore shared = new InMemorySettingStore();
    private final Logger logger = Logger.getLogger("io.dataflows");
    private final LogLines log = new LogLines();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(log);
    }

    @Test
    void tellsAMadeUpPasswordOnce() {
        start(Map.of());
        start(Map.of());

        assertThat(log.lines).hasSize(1);
        String line = log.lines.get(0);
        assertThat(line).matches("Administrator admin@example\\.com created with password \\S{20}");
        String password = line.substring(line.lastIndexOf(' ') + 1);
        String hash = users.findByEmail("admin@example.com").orElseThrow().passwordHash();
        assertThat(new Passwords().matches(password, hash)).isTrue();
        assertThat(hash).startsWith("$argon2id$");
    }

    @Test
    void neverLogsAPasswordThatWasGiven() {
        start(Map.of("ADMIN_EMAIL", "Boss@Example.com", "ADMIN_PASSWORD", "s3cret", "ADMIN_TOKEN", "t0ken"));

        assertThat(log.lines).hasSize(1).noneMatch(line -> line.contains("s3cret") || line.contains("t0ken"));
        assertThat(users.findByEmail("boss@example.com")).isPresent();
    }

    @Test
    void leavesOtherAdministratorsAlone() {
        start(Map.of("ADMIN_EMAIL", "one@example.com", "ADMIN_PASSWORD", "x"));
        start(Map.of("ADMIN_EMAIL", "two@example.com", "ADMIN_PASSWORD", "x", "ADMIN_TOKEN", "t"));

        assertThat(users.findByEmail("two@example.com")).isEmpty();
        assertThat(users.findByTokenHash(Secrets.hash("t"))).isEmpty();
        assertThat(log.lines.get(1)).contains("ADMIN_TOKEN is passed over");
    }

    private void start(Map<String, String> settings) {
        AccessRoom.open(
                        users,
                        new StoredRights(new InMemoryPolicyStore(), Clock.systemUTC()),
                        shared,
                        Settings.of(settings),
                        Clock.systemUTC())
                .firstAdministrator()
                .ensure();
    }

    private static final class LogLines extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new MessageFormat(entry.getMessage()).format(entry.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
