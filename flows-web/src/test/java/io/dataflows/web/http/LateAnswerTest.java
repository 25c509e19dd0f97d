package io.dataflows.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LateAnswerTest {
    private final List<Object> answers = new ArrayList<>();
    private final CompletableFuture<String> stage = new CompletableFuture<>();

    @Test
    void givesWhatWasWritten() {
        Response written = Response.noContent().build();
        LateAnswer.give(stage, value -> written, recording());
        assertThat(answers).isEmpty();

        stage.complete("x");

        assertThat(answers).containsExactly(written);
    }

    @Test
    void givesTheFailureItself() {
        IllegalArgumentException failure = new IllegalArgumentException();
        LateAnswer.give(stage.thenApply(value -> value), value -> null, recording());

        stage.completeExceptionally(failure);

        assertThat(answers).containsExactly(failure);
    }

    @Test
    void givesAFailureWhenTheAnswerCanNotBeWritten() {
        StackOverflowError tooDeep = new StackOverflowError();
        LateAnswer.give(
                stage,
                value -> {
                    throw tooDeep;
                },
                recording());

        stage.complete("x");

        assertThat(answers).containsExactly(tooDeep);
    }

    private AsyncResponse recording() {
        return (AsyncResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncResponse.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("resume");
                    return answers.add(arguments[0]);
                });
    }
}
