package io.dataflows.engine.port;

import static io.dataflows.engine.port.Samples.NOON;
import static io.dataflows.engine.port.Samples.json;
import static io.dataflows.engine.port.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every {@link RunStore} finds runs. */
public abstract class RunQueryContract {

    private static final UUID FLOW = UUID.randomUUID();

    private List<RunRecord> runs = List.of();

    /** The store under test, empty at the beginning of each test. */
    protected abstract RunStore store();

    @BeforeEach
    void saveFourRuns() {
        runs = store().save(List.of(
                run(FLOW, RunStatus.SUCCEEDED, NOON, json("{\"n\":0}")),
                run(FLOW, RunStatus.FAILED, NOON.plusSeconds(1), null),
                run(UUID.randomUUID(), RunStatus.FAILED, NOON.plusSeconds(2), json("null")),
                Samples.fullRun(0, new RunId(UUID.randomUUID()), "x", json("{\"n\":3}"))));
    }

    private void assertFound(RunQuery query, int... indexes) {
        List<RunId> wanted =
                Arrays.stream(indexes).mapToObj(i -> runs.get(i).id()).toList();
        assertThat(store().find(query)).extracting(RunRecord::id).isEqualTo(wanted);
        assertThat(store().count(query)).isEqualTo(wanted.size());
    }

    private static RunQuery oldestFirst(
            @Nullable UUID user, @Nullable String kind, @Nullable Instant from, @Nullable Instant to) {
        return new RunQuery(null, List.of(), List.of(), user, kind, false, from, to, false, -1, 0, false);
    }

    private static RunQuery narrowed(List<RunStatus> statuses, List<Long> numbers, boolean onlyWithDocument) {
        return new RunQuery(null, statuses, numbers, null, null, onlyWithDocument, null, null, false, -1, 0, false);
    }

    private static RunQuery page(boolean newestFirst, int limit, long offset) {
        return new RunQuery(
                null, List.of(), List.of(), null, null, false, null, null, newestFirst, limit, offset, false);
    }

    @Test
    void findsAllNewestFirst() {
        assertFound(page(true, -1, 0), 3, 2, 1, 0);
    }

    @Test
    void findsOldestFirst() {
        assertFound(page(false, -1, 0), 0, 1, 2, 3);
    }

    @Test
    void findsTheRunsOfAFlow() {
        assertFound(RunQuery.newest(10).ofFlow(FLOW), 1, 0);
    }

    @Test
    void narrowsByStatus() {
        assertFound(narrowed(List.of(RunStatus.FAILED, RunStatus.SUCCEEDED_HANDLED), List.of(), false), 1, 2, 3);
    }

    @Test
    void narrowsByNumber() {
        long number = runs.get(2).number();
        assertFound(narrowed(List.of(), List.of(number, 987_654_321L), false), 2);
    }

    @Test
    void narrowsByUser() {
        assertFound(oldestFirst(runs.get(3).user(), null, null, null), 3);
    }

    @Test
    void narrowsByTriggerKind() {
        assertFound(oldestFirst(null, "schedule", null, null), 3);
        assertFound(oldestFirst(null, "' or 1 = 1", null, null));
    }

    @Test
    void narrowsByStart() {
        assertFound(oldestFirst(null, null, NOON.plusSeconds(1), null), 1, 2);
        assertFound(oldestFirst(null, null, null, NOON.plusSeconds(1)), 0, 3);
        assertFound(oldestFirst(null, null, NOON.plusSeconds(1), NOON.plusSeconds(2)), 1);
    }

    @Test
    void leavesOutRunsWithoutADocument() {
        assertFound(narrowed(List.of(), List.of(), true), 0, 2, 3);
    }

    @Test
    void narrowsByEverythingAtOnce() {
        RunQuery query = new RunQuery(
                FLOW,
                List.of(RunStatus.SUCCEEDED),
                List.of(runs.get(0).number(), runs.get(1).number()),
                null,
                "webhook",
                true,
                NOON,
                NOON.plusSeconds(9),
                true,
                5,
                0,
                true);

        assertFound(query, 0);
        assertThat(store().find(query)).isEqualTo(List.of(runs.get(0)));
    }

    @Test
    void pages() {
        assertThat(ids(page(true, 2, 1)))
                .containsExactly(runs.get(2).id(), runs.get(1).id());
        assertThat(ids(page(true, 2, 3))).containsExactly(runs.get(0).id());
        assertThat(ids(page(true, -1, 3))).containsExactly(runs.get(0).id());
        assertThat(ids(page(true, 0, 0))).isEmpty();
        assertThat(ids(page(true, 2, 4))).isEmpty();
        assertThat(ids(page(true, 2, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void countsPagingAside() {
        assertThat(store().count(page(true, 1, 3))).isEqualTo(4);
        assertThat(store().count(page(true, 0, Long.MAX_VALUE))).isEqualTo(4);
    }

    private List<RunId> ids(RunQuery query) {
        return store().find(query).stream().map(RunRecord::id).toList();
    }

    @Test
    void loadsDocumentsOnlyWhenAsked() {
        RunQuery with = new RunQuery(null, List.of(), List.of(), null, null, false, null, null, false, -1, 0, true);

        assertThat(store().find(with)).isEqualTo(runs);
        assertThat(store().find(page(false, -1, 0)))
                .extracting(RunRecord::document)
                .containsOnlyNulls();
    }
}
