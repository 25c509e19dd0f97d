package io.dataflows.engine.items.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.access.Secrets;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.testkit.InMemoryPolicyStore;
import io.dataflows.model.access.Role;
import io.dataflows.model.access.RoleInTree;
import io.dataflows.model.access.UserAccount;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Authority;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleRulesTest {

    private final InMemoryPolicyStore store = new InMemoryPolicyStore();
    private final AtomicInteger forgotten = new AtomicInteger();
    private final Administrators administrators = new Administrators(store);
    private final UserRules users = new UserRules(store, administrators, forgotten::incrementAndGet);
    private final RoleRules roles = new RoleRules(store, administrators, forgotten::incrementAndGet);
    private final RightRules permissions =
            new RightRules(RightMembers::ofPermission, administrators, forgotten::incrementAndGet);
    private final RightRules policies =
            new RightRules(RightMembers::ofPolicy, administrators, forgotten::incrementAndGet);
    private final Role adminRole = new Role(UUID.randomUUID(), "Administrator", true, true);
    private final UserAccount admin = user("admin@example.com", "active", adminRole);
    private final Role plainRole = new Role(UUID.randomUUID(), "Reader", false, false);
    private final UserAccount reader = user("reader@example.com", "active", plainRole);

    @BeforeEach
    void addPeople() {
        store.add(new RoleInTree(adminRole, null));
        store.add(new RoleInTree(plainRole, null));
        store.add(admin);
        store.add(reader);
    }

    private static UserAccount user(String email, String status, Role role) {
        return new UserAccount(UUID.randomUUID(), null, null, email, null, null, status, role);
    }

    private void become(UserAccount user, String status, Role role) {
        store.add(new UserAccount(user.id(), null, null, user.email(), null, null, status, role));
    }

    private static ItemScope platform(String collection) {
        return new ItemScope(new Authority.Platform(), collection, true);
    }

    private static ItemScope everyone(String collection) {
        return new ItemScope(Authority.everyone(), collection, true);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.read(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static List<JsonNode> keys(UUID... ids) {
        return List.of(ids).stream()
                .<JsonNode>map(id -> TextNode.valueOf(id.toString()))
                .toList();
    }

    private ObjectNode created(String user) {
        return users.beforeCreate(platform(PeopleCollections.USERS), json(user));
    }

    @Test
    void keepEmailsInLowerCase() {
        assertThat(created("{\"email\":\" Zoë@Example.COM \"}").get("email").asText())
                .isEqualTo("zoë@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"nobody\"}",
                "{\"email\":null}",
                "{\"email\":\"a@b@c\"}",
                "{\"email\":\"a b@c\"}",
                "{\"password\":\"\"}",
                "{\"password\":7}",
                "{\"token\":\"\"}",
                "{\"status\":\"nonsense\"}",
                "{\"status\":null}",
                "{\"first_name\":\"\\u001A\"}"
            })
    void refuseUsersThatCannotBe(String user) {
        assertThatThrownBy(() -> created(user))
                .isInstanceOf(FlowsException.class)
                .hasMessageContaining("Invalid payload");
    }

    @Test
    void keepTheHashOfATokenOnly() {
        assertThat(created("{\"token\":\"t0ken\"}").get("token").asText()).isEqualTo(Secrets.hash("t0ken"));
        assertThat(created("{\"token\":null}").get("token").isNull()).isTrue();
    }

    @Test
    void keepTheLastAdministrator() {
        become(admin, "suspended", adminRole);

        assertThatThrownBy(() -> users.afterChange(platform(PeopleCollections.USERS), keys(admin.id())))
                .hasMessageContaining("last active administrator");
        assertThatThrownBy(() -> roles.afterChange(platform(PeopleCollections.ROLES), List.of()))
                .hasMessageContaining("last active administrator");

        become(reader, "active", adminRole);
        users.afterChange(platform(PeopleCollections.USERS), keys(admin.id()));
        assertThat(forgotten).hasValue(1);
    }

    @Test
    void endTheSessionsOfTheSuspended() {
        store.addSession(reader.id());
        store.addSession(admin.id());
        become(reader, "suspended", plainRole);

        users.afterChange(platform(PeopleCollections.USERS), keys(reader.id(), admin.id()));

        assertThat(store.endSessions(List.of(reader.id()))).isZero();
        assertThat(store.endSessions(List.of(admin.id()))).isOne();
    }

    @Test
    void endTheSessionsOfAnOldPassword() {
        store.addSession(reader.id());

        users.beforeUpdate(platform(PeopleCollections.USERS), keys(reader.id()), json("{\"title\":\"x\"}"));
        assertThat(store.endSessions(List.of())).isZero();
        users.beforeUpdate(platform(PeopleCollections.USERS), keys(reader.id()), json("{\"password\":\"new\"}"));

        assertThat(store.endSessions(List.of(reader.id()))).isZero();
    }

    @Test
    void letNobodyElseTouchAdministratorsOrBecomeOne() {
        ItemScope scope = everyone(PeopleCollections.USERS);
        ObjectNode changes = json("{\"email\":\"mine@example.com\"}");

        assertThatThrownBy(() -> users.beforeUpdate(scope, keys(admin.id()), changes))
                .hasMessageContaining("permission");
        assertThatThrownBy(() -> users.beforeDelete(scope, keys(admin.id()))).hasMessageContaining("permission");
        assertThat(users.beforeUpdate(scope, keys(reader.id()), changes)).isEqualTo(changes);
        become(reader, "active", adminRole);
        assertThatThrownBy(() -> users.afterChange(scope, keys(reader.id()))).hasMessageContaining("permission");
    }

    @Test
    void letNobodyElseGiveRights() {
        for (CollectionRules rules : List.of(permissions, policies)) {
            ItemScope scope = everyone(PeopleCollections.POLICIES);
            assertThatThrownBy(() -> rules.beforeCreate(scope, json("{}"))).hasMessageContaining("permission");
            assertThatThrownBy(() -> rules.beforeUpdate(scope, List.of(), json("{}")))
                    .hasMessageContaining("permission");
            assertThatThrownBy(() -> rules.beforeDelete(scope, List.of())).hasMessageContaining("permission");
        }
        assertThatThrownBy(() ->
                        roles.beforeUpdate(everyone(PeopleCollections.ROLES), List.of(), json("{\"parent\":null}")))
                .hasMessageContaining("permission");
    }

    @Test
    void refuseRolesThatAreTheirOwnParents() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        store.add(new RoleInTree(new Role(one, "One", false, false), two));
        store.add(new RoleInTree(new Role(two, "Two", false, false), one));

        assertThatThrownBy(() -> roles.afterChange(platform(PeopleCollections.ROLES), keys(one)))
                .hasMessageContaining("leads back");
        roles.afterChange(platform(PeopleCollections.ROLES), keys(plainRole.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":\"paint\"}",
                "{\"action\":null}",
                "{\"collection\":7}",
                "{\"permissions\":\"x\"}",
                "{\"permissions\":{\"_and\":1}}",
                "{\"validation\":{\"a\":{\"_nonsense\":1}}}",
                "{\"presets\":[]}"
            })
    void refusePermissionsThatCannotBeApplied(String permission) {
        ItemScope scope = platform(PeopleCollections.PERMISSIONS);

        assertThatThrownBy(() -> permissions.beforeCreate(scope, json(permission)))
                .hasMessageContaining("Invalid payload");
    }

    @Test
    void takePermissionsThatCanBeApplied() {
        ObjectNode permission = json("{\"collection\":\"a\",\"action\":\"read\",\"permissions\":{\"a\":{\"_eq\":1}},"
                + "\"validation\":{},\"presets\":null,\"fields\":[\"*\"]}");

        assertThat(permissions.beforeCreate(platform(PeopleCollections.PERMISSIONS), permission))
                .isEqualTo(permission);
    }

    @Test
    void refusePoliciesForWhatIsNoAddress() {
        ItemScope scope = platform(PeopleCollections.POLICIES);

        assertThatThrownBy(() -> policies.beforeCreate(scope, json("{\"ip_access\":[\"10.0.0.1\",\"here\"]}")))
                .hasMessageContaining("here");
        assertThatThrownBy(() -> policies.beforeCreate(scope, json("{\"ip_access\":\"10.0.0.300\"}")))
                .hasMessageContaining("10.0.0.300");
        policies.beforeCreate(scope, json("{\"ip_access\":[\"10.0.0.0/8\"]}"));
    }
}
