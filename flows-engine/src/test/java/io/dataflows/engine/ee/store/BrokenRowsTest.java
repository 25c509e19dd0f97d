package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.json.Json;
import io.dataflows.engine.port.RunStore;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.flow.StepDefinition;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenRowsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final DataSource source = TestSource.freshH2();
    private final FlowDefinition good = flow("good");
    private final FlowDefinition bad = flow("bad");
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(source);
        put(good);
        put(bad);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void put(FlowDefinition flow) {
        database.flows().<Void>change(change -> {
            change.put(flow);
            return null;
        });
    }

    private static FlowDefinition flow(String name) {
        UUID id = UUID.randomUUID();
        StepDefinition step = new StepDefinition(
                UUID.randomUUID(), id, null, name + "_step", "log", 1, 1, Json.object(), null, null, NOON, null);
        return new FlowDefinition(
                id, name, null, null, null, "active", null, null, null, null, null, NOON, null, 1, List.of(step));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update df_flow set options = '{' where name = 'bad'",
                "update df_flow set folder = 'x' where name = 'bad'",
                "update df_flow set description = chr(26) where name = 'bad'",
                "update df_operation set options = '{}{}' where step_key = 'bad_step'",
                "update df_operation set resolve = 'x' where step_key = 'bad_step'"
            })
    void leavesOutAFlowThatCannotBeRead(String damage) {
        TestSource.run(source, damage);

        assertThat(database.flows().all()).containsExactly(good);
        assertThat(database.flows().find(bad.id())).isEmpty();
    }

    @Test
    void repairsAFlowThatCannotBeReadByPuttingItAgain() {
        TestSource.run(source, "update df_flow set options = '{'", "update df_operation set options = '{'");

        put(bad);

        assertThat(database.flows().all()).containsExactly(bad);
    }

    @Test
    void deletesAFlowThatCannotBeRead() {
        TestSource.run(source, "update df_flow set options = '{' where name = 'bad'");

        assertThat(database.flows().<Boolean>change(change -> change.delete(bad.id())))
                .isTrue();

        assertThat(TestSource.number(source, "select count(*) from df_operation"))
                .isEqualTo(1);
    }

    @Test
    void leavesOutARunThatCannotBeRead() {
        RunStore runs = database.runs();
        RunRecord kept = runs.save(List.of(run())).get(0);
        RunRecord broken = runs.save(List.of(run())).get(0);
        TestSource.run(source, "update df_run set status = 'gone' where number = " + broken.number());

        assertThat(runs.find(RunQuery.newest(10))).containsExactly(kept);
        assertThat(runs.find(broken.id())).isEmpty();
    }

    private RunRecord run() {
        return new RunRecord(
                new RunId(UUID.randomUUID()),
                0,
                good.id(),
                1,
                "webhook",
                JournalPolicy.ACTIVITY,
                RunStatus.SUCCEEDED,
                NOON,
                NOON,
                null,
                null,
                null,
                null,
                1,
                null,
                null,
                null);
    }

    @Test
    void keepsTheRunsOfADeletedFlow() {
        RunRecord kept = database.runs().save(List.of(run())).get(0);

        database.flows().<Boolean>change(change -> change.delete(good.id()));

        assertThat(database.runs().find(kept.id())).contains(kept);
    }
}
