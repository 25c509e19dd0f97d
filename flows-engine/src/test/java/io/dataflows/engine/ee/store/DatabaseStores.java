package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.FlowStoreContract;
import io.dataflows.engine.port.RunQueryContract;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.RunStoreContract;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.SettingStoreContract;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.port.UserStoreContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** All contracts on one database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseStores {

    private DataSource source;
    private Database database;

    abstract DataSource freshSource();

    final DataSource source() {
        return source;
    }

    final Database database() {
        return database;
    }

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
