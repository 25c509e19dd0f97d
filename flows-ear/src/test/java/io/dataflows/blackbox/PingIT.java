package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PingIT extends OutsideTest {

    @Test
    void answersPongToAnyone() {
        Caller.Answer answer = anyone.get("/server/ping");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("pong");
    }
}
