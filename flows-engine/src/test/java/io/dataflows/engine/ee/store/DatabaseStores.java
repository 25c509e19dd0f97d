package io.dataflows.engine.ee.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.access.StoredRights;
import io.dataflows.engine.access.StoredRoles;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.FlowStoreContract;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.engine.port.PolicyStoreContract;
import io.dataflows.engine.port.RolesContract;
import io.dataflows.engine.port.RunQueryContract;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.RunStoreContract;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.SettingStoreContract;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.port.UserStoreContract;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Policy;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.flow.FlowDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    class Policies extends PolicyStoreContract {
        private final SqlPolicyRows rows = new SqlPolicyRows(database);

        @Override
        protected PolicyStore store() {
            return database.policies();
        }

        @Override
        protected void add(RoleInTree role) {
            rows.add(role);
        }

        @Override
        protected void add(Policy policy) {
            rows.add(policy);
        }

        @Override
        protected void attach(UUID policy, @Nullable UUID role, @Nullable UUID user) {
            rows.attach(policy, role, user);
        }

        @Override
        protected void add(Permission permission) {
            rows.add(permission);
        }

        @Override
        protected void add(UserAccount user) {
            database.users().save(user);
        }

        @Override
        protected void addSession(UUID user) {
            rows.addSession(user);
        }
    }

    @Nested
    class RolesOfPeople extends RolesContract {
        @Override
        protected Roles roles() {
            return new StoredRoles(new StoredRights(database.policies(), Clock.systemUTC()));
        }

        @Override
        protected void add(Role role, @Nullable UUID parentRole) {
            new SqlPolicyRows(database).add(new RoleInTree(role, parentRole));
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
