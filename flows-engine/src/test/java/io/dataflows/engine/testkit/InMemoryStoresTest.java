package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.StoredRights;
import io.dataflows.engine.access.StoredRoles;
import io.dataflows.engine.port.FlowStore;
import io.dataflows.engine.port.FlowStoreContract;
import io.dataflows.engine.port.ItemStoreContract;
import io.dataflows.engine.port.NotifierContract;
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
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.capability.Notifier;
import io.dataflows.model.capability.Roles;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    class Policies extends PolicyStoreContract {
        private final InMemoryPolicyStore store = new InMemoryPolicyStore();

        @Override
        protected PolicyStore store() {
            return store;
        }

        @Override
        protected void add(RoleInTree role) {
            store.add(role);
        }

        @Override
        protected void add(Policy policy) {
            store.add(policy);
        }

        @Override
        protected void attach(UUID policy, @Nullable UUID role, @Nullable UUID user) {
            if (user == null) {
                store.attach(policy, role);
            } else {
                store.attachToUser(policy, user);
            }
        }

        @Override
        protected void add(Permission permission) {
            store.add(permission);
        }

        @Override
        protected void add(UserAccount user) {
            store.add(user);
        }

        @Override
        protected void addSession(UUID user) {
            store.addSession(user);
        }
    }

    @Nested
    class StoredRolesOfPeople extends RolesContract {
        private final InMemoryPolicyStore store = new InMemoryPolicyStore();

        @Override
        protected Roles roles() {
            return new StoredRoles(new StoredRights(store, new FakeClock()));
        }

        @Override
        protected void add(Role role, @Nullable UUID parentRole) {
            store.add(new RoleInTree(role, parentRole));
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

    @Nested
    class Items extends ItemStoreContract {
        private final InMemoryItemStore store = new RecordedFixtures(new FakeClock()).items();

        Items() {
            store.addCollection(
                    COMMENTS,
                    ItemField.of("id", FieldType.INTEGER),
                    ItemField.of("slug", FieldType.STRING)
                            .with(ItemField.Rule.UNIQUE)
                            .with(ItemField.Rule.NOT_NULL)
                            .upTo(20),
                    ItemField.of(Field.toOne("article", RecordedFixtures.ARTICLES)));
        }

        @Override
        protected ItemStore store() {
            return store;
        }
    }

    @Nested
    class Notifications extends NotifierContract {
        private final RecordedFixtures fixtures = new RecordedFixtures(new FakeClock());

        @Override
        protected Notifier notifier() {
            return fixtures.notifier();
        }

        @Override
        protected List<ObjectNode> inbox() {
            return fixtures.items().rows(InMemoryNotifier.COLLECTION);
        }
    }

    @Nested
    class RolesOfPeople extends RolesContract {
        private final InMemoryRoles roles = new InMemoryRoles();

        @Override
        protected Roles roles() {
            return roles;
        }

        @Override
        protected void add(Role role, @Nullable UUID parentRole) {
            roles.add(role, parentRole);
        }
    }
}
