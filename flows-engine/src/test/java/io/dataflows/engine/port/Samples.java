package io.dataflows.engine.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flows, steps and runs to store. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-29T12:00:00.123456Z");

    /** NUL, an escape character, halves of surrogate pairs, a whole pair, a combining mark, quotes. */
    static final String ODD_TEXT =
            "nul\0 sub\u001A0000 high\uD83D low\uDE00 whole\uD83D\uDE00 e\u0301 '\"\\ %_ \u2028 ä";

    private Samples() {}

    static JsonNode json(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Only what must be there. */
    static FlowDefinition flow(String name, StepDefinition... steps) {
        return flow(UUID.randomUUID(), name, 1, steps);
    }

    static FlowDefinition flow(UUID id, String name, long revision, StepDefinition... steps) {
        return new FlowDefinition(
                id,
                name,
                null,
                null,
                null,
                "active",
                null,
                null,
                null,
                null,
                null,
                NOON,
                null,
                revision,
                List.of(steps));
    }

    static FlowDefinition withSteps(FlowDefinition flow, StepDefinition... steps) {
        return flow(flow.id(), flow.name(), flow.revision() + 1, steps);
    }

    /** Every member set. */
    static FlowDefinition fullFlow(UUID id, String text, JsonNode options, StepDefinition... steps) {
        UUID other = UUID.randomUUID();
        return new FlowDefinition(
                id,
                text,
                text,
                text,
                text,
                text,
                text,
                text,
                options,
                other,
                other,
                NOON,
                other,
                Long.MAX_VALUE,
                List.of(steps));
    }

    static StepDefinition step(UUID flow, String key) {
        return step(UUID.randomUUID(), flow, key, null, null);
    }

    static StepDefinition step(UUID id, UUID flow, String key, @Nullable UUID resolve, @Nullable UUID reject) {
        return new StepDefinition(id, flow, null, key, "log", 1, 1, null, resolve, reject, NOON, null);
    }

    static StepDefinition fullStep(UUID flow, String text, JsonNode options) {
        UUID other = UUID.randomUUID();
        return new StepDefinition(
                UUID.randomUUID(), flow, text, text, text, -1, Integer.MAX_VALUE, options, other, other, NOON, other);
    }

    static RunRecord run() {
        return run(UUID.randomUUID(), RunStatus.SUCCEEDED, NOON, null);
    }

    /** Only what must be there, and a document. */
    static RunRecord run(UUID flow, RunStatus status, Instant started, @Nullable JsonNode document) {
        return new RunRecord(
                new RunId(UUID.randomUUID()),
                0,
                flow,
                1,
                "webhook",
                JournalPolicy.ALL,
                status,
                started,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                document);
    }

    /** Every member set. */
    static RunRecord fullRun(long number, RunId id, String text, JsonNode document) {
        return new RunRecord(
                id,
                number,
                UUID.randomUUID(),
                Long.MAX_VALUE,
                "schedule",
                JournalPolicy.ACTIVITY,
                RunStatus.SUCCEEDED_HANDLED,
                NOON,
                NOON.plusSeconds(1),
                UUID.randomUUID(),
                text,
                text,
                text,
                Integer.MAX_VALUE,
                text,
                text,
                document);
    }
}
