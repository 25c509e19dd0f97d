package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.FlowStoreContract;
import io.dataflows.engine.port.RunQueryContract;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.RunStoreContract;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.SettingStoreContract;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.port.UserStoreContract;
import io.dataflows.model.flow.FlowDefinition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All contracts on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseStores {

    private DataSource source;
    private Database database;

    abstract DataSource freshSource();

    @BeforeAll
    void open() {
        source = freshSource();
        database = Database.open(source);
    }

    @BeforeEach
    void clear() {
        TestSource.clear(source);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Nested
    class TwoNodes {

        private static final int CHANGES = 50;

        private final UUID flow = UUID.randomUUID();

        private FlowDefinition revision(long revision) {
            return new FlowDefinition(
                    flow,
                    "x",
                    null,
                    null,
                    null,
                    "active",
                    null,
                    null,
                    null,
                    null,
                    null,
                    Instant.EPOCH,
                    null,
                    revision,
                    List.of());
        }

        private void change(FlowStore flows) {
            flows.<Void>change(change -> {
                long last = change.find(flow).map(FlowDefinition::revision).orElse(0L);
                change.put(revision(last + 1));
                return null;
            });
        }

        private void changeOften(FlowStore flows) {
            for (int i = 0; i < CHANGES; i++) {
                change(flows);
            }
        }

        @Test
        void changeFlowsOneAfterTheOther() {
            try (Database other = Database.open(source)) {
                CompletableFuture<Void> there = CompletableFuture.runAsync(() -> changeOften(other.flows()));
                changeOften(database.flows());
                there.join();
            }

            assertThat(database.flows().find(flow)).contains(revision(2 * CHANGES));
        }

        @Test
        void seeEachOthersChanges() {
            try (Database other = Database.open(source)) {
                change(database.flows());
                assertThat(other.flows().find(flow)).contains(revision(1));

                change(other.flows());
                assertThat(database.flows().find(flow)).contains(revision(2));
            }
        }
    }

    @Nested
    class Flows extends FlowStoreContract {
        @Override
        protected FlowStore store() {
            return database.flows();
        }
    }

    @Nested
    class Runs extends RunStoreContract {
        @Override
        protected RunStore store() {
            return database.runs();
        }
    }

    @Nested
    class RunQueries extends RunQueryContract {
        @Override
        protected RunStore store() {
            return database.runs();
        }
    }

    @Nested
    class Users extends UserStoreContract {
        @Override
        protected UserStore store() {
            return database.users();
        }
    }

    @Nested
    class Settings extends SettingStoreContract {
        @Override
        protected SettingStore store() {
            return database.settings();
        }
    }
}
