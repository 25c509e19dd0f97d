package io.dataflows.engine.ee.store;

import static io.dataflows.engine.testkit.Flows.draft;
import static io.dataflows.engine.testkit.Flows.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTransactionsTest {

    enum Product {
        H2,
        POSTGRESQL;

        DataSource source() {
            return this == H2 ? TestSource.freshH2() : TestSource.freshPostgres();
        }
    }

    private final FakeClock clock = new FakeClock();
    private final FakeWorkQueue queue = new FakeWorkQueue(clock);

    private void with(Product product, String type, BiConsumer<Database, Wired> test) {
        try (Database database = Database.open(product.source());
                Wired engine = new FlowEngineBuilder()
                        .clock(clock)
                        .flows(database.flows())
                        .runs(database.runs())
                        .queue(queue)
                        .sql(database.sql())
                        .build()) {
            engine.library()
                    .createFlows(
                            List.of(
                                    draft(
                                            "{\"trigger\":\"event\",\"accountability\":\"all\",\"options\":{\"type\":\""
                                                    + type
                                                    + "\",\"scope\":\"**\"},\"operations\":{\"a\":{\"type\":\"log\",\"options\":{\"message\":\"x\"}}}}")),
                            FlowVerifier.ADMIN);
            test.accept(database, engine);
        }
    }

    private static HookEvent event(String name) {
        return new HookEvent(
                name, json("{\"title\":\"N\"}"), Json.object(), new Authority.Caller(FlowVerifier.ADMIN), null);
    }

    private static List<RunStatus> runs(Wired engine) {
        RunQuery all = new RunQuery(null, List.of(), List.of(), null, null, false, null, null, true, -1, 0, true);
        return engine.history().runs(all).stream().map(run -> run.status()).toList();
    }

    private static void refuse(Database database, Runnable work) {
        assertThatThrownBy(() -> database.sql().write(connection -> {
                    work.run();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
    }

    @ParameterizedTest
    @EnumSource
    void anActionBeginsWhenItsTransactionIsCommitted(Product product) {
        with(product, "action", (database, engine) -> {
            database.sql().write(connection -> {
                engine.hooks().after(event("articles.items.create"));
                assertThat(queue.size()).isZero();
                return null;
            });

            assertThat(runs(engine)).containsExactly(RunStatus.QUEUED);
            queue.runAll();
            assertThat(runs(engine)).containsExactly(RunStatus.SUCCEEDED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfAnActionWhoseTransactionIsRolledBack(Product product) {
        with(product, "action", (database, engine) -> {
            refuse(database, () -> engine.hooks().after(event("articles.items.create")));

            assertThat(queue.size()).isZero();
            assertThat(runs(engine)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfAnActionInAPartThatIsRolledBack(Product product) {
        with(product, "action", (database, engine) -> {
            database.sql().write(connection -> {
                engine.hooks().after(event("articles.items.create"));
                refuse(database, () -> engine.hooks().after(event("articles.items.update")));
                return null;
            });

            assertThat(queue.size()).isEqualTo(1);
            queue.runAll();
            assertThat(runs(engine)).containsExactly(RunStatus.SUCCEEDED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theRunOfAFilterSharesTheFateOfWhatIsCreated(Product product) {
        with(product, "filter", (database, engine) -> {
            refuse(database, () -> engine.hooks().before(event("articles.items.create")));
            assertThat(runs(engine)).isEmpty();

            database.sql().write(connection -> engine.hooks().before(event("articles.items.create")));
            assertThat(runs(engine)).containsExactly(RunStatus.SUCCEEDED);
        });
    }

    @ParameterizedTest
    @EnumSource
    void theRunOfAFilterOutlivesADeleteThatIsRefused(Product product) {
        with(product, "filter", (database, engine) -> {
            refuse(database, () -> engine.hooks().before(event("articles.items.delete")));

            queue.runAll();
            assertThat(runs(engine)).containsExactly(RunStatus.SUCCEEDED);
        });
    }
}
