package io.dataflows.model.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.RunId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the caller of a trigger gets. */
public sealed interface Reply {

    <T> T fold(Function<Answered, T> answered, Function<Accepted, T> accepted, Function<Refused, T> refused);

    /** The run ended and gave this value; null for a flow that gives nothing. */
    record Answered(RunId run, @Nullable JsonNode value) implements Reply {
        @Override
        public <T> T fold(
                Function<Answered, T> answered, Function<Accepted, T> accepted, Function<Refused, T> refused) {
            return answered.apply(this);
        }
    }

    /** The run goes on without the caller; its row is stored. */
    record Accepted(RunId run) implements Reply {
        @Override
        public <T> T fold(
                Function<Answered, T> answered, Function<Accepted, T> accepted, Function<Refused, T> refused) {
            return accepted.apply(this);
        }
    }

    /** No run, or a run whose failure is the caller's. */
    record Refused(@Nullable RunId run, Fault fault) implements Reply {
        @Override
        public <T> T fold(
                Function<Answered, T> answered, Function<Accepted, T> accepted, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
