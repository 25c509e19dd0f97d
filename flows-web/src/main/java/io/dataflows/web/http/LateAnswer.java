package io.dataflows.web.http;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Answers a suspended request when a stage is over. */
public final class LateAnswer {
    private LateAnswer() {}

    /** Whatever goes wrong, in the stage or in writing, is given as well: a request is never left without an answer. */
    public static <T> void give(CompletionStage<T> stage, Function<T, Response> writer, AsyncResponse later) {
        stage.thenApply(writer).whenComplete((answer, failure) -> {
            if (failure == null) {
                later.resume(answer);
            } else {
                later.resume(cause(failure));
            }
        });
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? failure : cause;
    }
}
