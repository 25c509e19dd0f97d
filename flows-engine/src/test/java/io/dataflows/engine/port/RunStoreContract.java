package io.dataflows.engine.port;

import static io.dataflows.engine.port.Samples.NOON;
import static io.dataflows.engine.port.Samples.json;
import static io.dataflows.engine.port.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How every {@link RunStore} keeps runs; {@link RunQueryContract} says how it finds them. */
public abstract class RunStoreContract {

    /** The store under test, empty at the beginning of each test. */
    protected abstract RunStore store();

    private RunRecord save(RunRecord record) {
        return store().save(List.of(record)).get(0);
    }

    @Test
    void keepsARunWithNothingButItsObligatoryMembers() {
        RunRecord stored = save(run());

        assertThat(stored.number()).isPositive();
        assertThat(store().find(stored.id())).contains(stored);
    }

    @Test
    void deletesARunWithItsDocument() {
        RunRecord stored = save(Samples.fullRun(0, new RunId(UUID.randomUUID()), "text", json("{\"steps\":[]}")));
        RunRecord other = save(run());

        store().delete(stored.id());
        store().delete(stored.id());

        assertThat(store().find(stored.id())).isEmpty();
        assertThat(store().find(other.id())).contains(other);
    }

    @Test
    void keepsEveryMember() {
        RunRecord stored = save(Samples.fullRun(0, new RunId(UUID.randomUUID()), "text", json("{\"steps\":[]}")));

        assertThat(store().find(stored.id())).contains(stored);
    }

    @Test
    void keepsOddAndLongTexts() {
        String text = Samples.ODD_TEXT + "x".repeat(10_000);
        RunRecord stored = save(Samples.fullRun(0, new RunId(UUID.randomUUID()), text, json("{}")));

        assertThat(store().find(stored.id())).contains(stored);
        assertThat(stored.error()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "0",
                "1.0",
                "-0.0",
                "1e400",
                "1E-400",
                "12345678901234567890",
                "0.1234567890123456789012345",
                "\"\"",
                "\"nul \\u0000 sub \\u001a half \\ud83d \\ude00 whole \\ud83d\\ude00\"",
                "{\"\\u0000\":{\"\":[[],{},true]}}"
            })
    void keepsOddDocuments(String text) {
        JsonNode document = json(text);

        RunRecord stored = save(run(UUID.randomUUID(), RunStatus.FAILED, NOON, document));

        assertThat(Json.write(documentOf(stored))).isEqualTo(Json.write(document));
    }

    @Test
    void keepsADocumentThatIsDeeperThanOutsideTextMayBe() {
        JsonNode document = json("[".repeat(199) + "]".repeat(199));
        for (int i = 0; i < 300; i++) {
            document = Json.object().set("in", document);
        }

        RunRecord stored = save(run(UUID.randomUUID(), RunStatus.FAILED, NOON, document));

        assertThat(Json.write(documentOf(stored))).isEqualTo(Json.write(document));
    }

    @Test
    void keepsADocumentOfSeveralMegabytes() {
        JsonNode document = Json.object().put("long", "ä€😀x".repeat(500_000));

        RunRecord stored = save(run(UUID.randomUUID(), RunStatus.FAILED, NOON, document));

        assertThat(documentOf(stored)).isEqualTo(document);
    }

    private JsonNode documentOf(RunRecord stored) {
        return store().find(stored.id()).orElseThrow().document();
    }

    @Test
    void keepsInstantsToTheMicrosecondWhereClocksJump() {
        RunRecord stored =
                save(run(UUID.randomUUID(), RunStatus.RUNNING, Instant.parse("2026-10-25T00:30:00.000000999Z"), null));

        assertThat(stored.startedAt()).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(store().find(stored.id())).contains(stored);
    }

    @Test
    void returnsRecordsInTheGivenOrder() {
        List<RunRecord> records = IntStream.range(0, 200).mapToObj(i -> run()).toList();

        List<RunRecord> stored = store().save(records);

        assertThat(stored)
                .extracting(RunRecord::id)
                .isEqualTo(records.stream().map(RunRecord::id).toList());
        assertThat(stored).extracting(RunRecord::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void savesNothingForAnEmptyList() {
        assertThat(store().save(List.of())).isEmpty();
    }

    @Test
    void replacesTheRecordOfItsNumber() {
        RunRecord first = save(run(UUID.randomUUID(), RunStatus.QUEUED, NOON, json("1")));

        RunRecord second = save(Samples.fullRun(first.number(), first.id(), "text", json("2")));

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(store().find(first.id())).contains(second);
    }

    @Test
    void addsAndRemovesADocumentWhenItReplaces() {
        UUID flow = UUID.randomUUID();
        RunRecord without = save(run(flow, RunStatus.QUEUED, NOON, null));
        RunRecord with = save(run(flow, RunStatus.QUEUED, NOON, json("1")));

        store().save(List.of(swapDocument(without, json("2")), swapDocument(with, null)));

        assertThat(documentOf(without)).isEqualTo(json("2"));
        assertThat(documentOf(with)).isNull();
    }

    private static RunRecord swapDocument(RunRecord run, JsonNode document) {
        RunRecord fresh = run(run.flow(), run.status(), run.startedAt(), document);
        return new RunRecord(
                run.id(),
                run.number(),
                fresh.flow(),
                1,
                "webhook",
                fresh.journal(),
                fresh.status(),
                fresh.startedAt(),
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

    @Test
    void keepsNothingOfABatchThatFails() {
        RunRecord good = run();
        RunRecord unknown = Samples.fullRun(987_654_321, new RunId(UUID.randomUUID()), "x", json("1"));

        assertThatThrownBy(() -> store().save(List.of(good, unknown))).isInstanceOf(IllegalArgumentException.class);

        assertThat(store().find(good.id())).isEmpty();
    }

    @Test
    void refusesToStoreARunTwice() {
        RunRecord run = run();
        save(run);

        assertThatThrownBy(() -> save(run)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void givesEveryRunANumberOfItsOwn() throws Exception {
        List<Long> numbers = new ArrayList<>();
        List<List<RunRecord>> saved = Together.call(4, () -> {
            List<RunRecord> stored = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                stored.addAll(
                        store().save(IntStream.range(0, 13).mapToObj(n -> run()).toList()));
            }
            return stored;
        });
        saved.forEach(records -> records.forEach(record -> numbers.add(record.number())));

        assertThat(numbers).hasSize(520).doesNotHaveDuplicates();
    }
}
