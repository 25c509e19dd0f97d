package io.dataflows.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String IP = "127.0.0.1";

    private final LoginThrottle throttle =
            new LoginThrottle(Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void remembersNoMoreThanItsBoundHoweverManyAddressesFailAtOnce() {
        for (int i = 0; i < 2 * LoginThrottle.MOST; i++) {
            throttle.failed(i + "@example.com", IP);
        }

        assertThat(throttle.size()).isEqualTo(LoginThrottle.MOST);
    }

    @Test
    void forgetsTheOldestFirst() {
        failOften("old@example.com");
        failOften("new@example.com");
        for (int i = 0; i < LoginThrottle.MOST - 1; i++) {
            throttle.failed(i + "@example.com", IP);
        }

        assertThatCode(() -> throttle.check("old@example.com", IP)).doesNotThrowAnyException();
        assertThatThrownBy(() -> throttle.check("new@example.com", IP)).hasMessageContaining("Too many");
    }

    private void failOften(String email) {
        for (int i = 0; i < LoginThrottle.FAILURES; i++) {
            throttle.failed(email, IP);
        }
    }
}
