package io.dataflows.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.error.Fault;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** What a step gave back. */
public sealed interface Outcome {

    /** It worked; the value goes into the Flow Object, and the resolve path follows. */
    record Resolved(JsonNode value) implements Outcome {}

    /** It failed; the fault's value goes into the Flow Object, and the reject path follows. */
    record Rejected(Fault fault) implements Outcome {}

    /** It waits, without a thread, and then has this outcome. */
    record Suspended(Instant until, Outcome then) implements Outcome {}

    /** It works elsewhere, without this thread; a stage that fails counts as a bug of the operation. */
    record Pending(CompletionStage<Outcome> outcome) implements Outcome {}
}
