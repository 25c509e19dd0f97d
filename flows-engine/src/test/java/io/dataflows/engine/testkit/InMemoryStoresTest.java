package io.dataflows.engine.testkit;

import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.FlowStoreContract;
import io.dataflows.engine.port.RunQueryContract;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.port.RunStoreContract;
import io.dataflows.engine.port.SettingStore;
import io.dataflows.engine.port.SettingStoreContract;
import io.dataflows.engine.port.UserStore;
import io.dataflows.engine.port.UserStoreContract;
import org.junit.jupiter.api.Nested;

/** The stores of the test kit do what those of a database do. */
class InMemoryStoresTest {

    @Nested
    class Flows extends FlowStoreContract {
        private final FlowStore store = new InMemoryFlowStore();

        @Override
        protected FlowStore store() {
            return store;
        }
    }

    @Nested
    class Runs extends RunStoreContract {
        private final RunStore store = new InMemoryRunStore();

        @Override
        protected RunStore store() {
            return store;
        }
    }

    @Nested
    class RunQueries extends RunQueryContract {
        private final RunStore store = new InMemoryRunStore();

        @Override
        protected RunStore store() {
            return store;
        }
    }

    @Nested
    class Users extends UserStoreContract {
        private final UserStore store = new InMemoryUserStore();

        @Override
        protected UserStore store() {
            return store;
        }
    }

    @Nested
    class Settings extends SettingStoreContract {
        private final SettingStore store = new InMemorySettingStore();

        @Override
        protected SettingStore store() {
            return store;
        }
    }
}
