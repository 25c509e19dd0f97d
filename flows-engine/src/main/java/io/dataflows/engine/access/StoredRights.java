package io.dataflows.engine.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.port.PolicyStore;
import io.dataflows.model.access.Action;
import io.dataflows.model.access.Permission;
import io.dataflows.model.access.Person;
import io.dataflows.model.access.Role;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rights as the stored policies give them. A change counts at once on this node, and within five seconds elsewhere. */
public final class StoredRights implements RightsSource {
    private static final System.Logger LOG = System.getLogger("io.dataflows");
    private static final String BOOK = "book";

    private final PolicyStore store;
    private final Clock clock;
    private final KeptBriefly<String, Indexed> book;
    private final KeptBriefly<UUID, Optional<Person>> people;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public StoredRights(PolicyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.book = new KeptBriefly<>(store::isInTransaction, clock);
        this.people = new KeptBriefly<>(store::isInTransaction, clock);
    }

    @Override
    public Rights of(Authority authority) {
        Accountability who = authority.accountability();
        if (who == null || authority.isUnrestricted()) {
            return new Rights(authority, Map.of(), variables(who, List.of()));
        }
        Standing standing = standing(who);
        DynamicVariables variables = variables(who, standing.policies());
        return new Rights(authority, grants(standing, who).resolve(variables), variables);
    }

    /** What this caller has been given; it is as if anew, whatever the caller's own flags say. */
    public Standing standing(Accountability who) {
        return who.isAnonymous() ? index().everyone(who.ip()) : standing(who.role(), who.user(), who.ip());
    }

    /** The same for somebody who is no caller yet. */
    Standing standing(@Nullable UUID role, @Nullable UUID user, @Nullable String ip) {
        List<UUID> own =
                user == null ? List.of() : person(user).map(Person::policies).orElse(List.of());
        return index().of(role, own, ip);
    }

    Optional<Role> role(UUID role) {
        return index().role(role);
    }

    /** To be called when the change of anything is committed that rights depend on. */
    public void forget() {
        book.forget();
        people.forget();
    }

    private StoredGrants grants(Standing standing, Accountability who) {
        boolean app = standing.app() && who.user() != null;
        Indexed indexed = indexed();
        return indexed.grants()
                .computeIfAbsent(new Holding(standing.policies(), app), holding -> gather(indexed.index(), holding));
    }

    private StoredGrants gather(PolicyIndex index, Holding holding) {
        StoredGrants.Gathering gathering = new StoredGrants.Gathering();
        for (UUID policy : holding.policies()) {
            index.permissions(policy).forEach(permission -> add(gathering, permission));
        }
        if (holding.app()) {
            AppRights.addTo(gathering);
        }
        return gathering.done();
    }

    /** Actions that don't exist here are passed over. */
    private void add(StoredGrants.Gathering gathering, Permission permission) {
        Optional<Action> action = Action.of(permission.action());
        try {
            if (action.isPresent()) {
                gathering.add(permission.collection(), action.get(), StoredGrant.of(permission));
            }
        } catch (IllegalArgumentException broken) {
            if (told.size() < 1_000 && told.add(permission.toString())) {
                LOG.log(Level.ERROR, "Permission ({0}) grants nothing: {1}.", permission.id(), broken.getMessage());
            }
        }
    }

    private DynamicVariables variables(@Nullable Accountability who, List<UUID> policies) {
        DynamicVariables plain = DynamicVariables.of(who, clock);
        UUID user = who == null ? null : who.user();
        JsonNode userRow = user == null
                ? NullNode.getInstance()
                : person(user).<JsonNode>map(Person::row).orElse(NullNode.getInstance());
        UUID role = who == null ? null : who.role();
        return plain.withRows(userRow, role == null ? NullNode.getInstance() : roleRow(role), rows(policies));
    }

    private JsonNode roleRow(UUID id) {
        return role(id).<JsonNode>map(role -> JsonNodeFactory.instance
                        .objectNode()
                        .put("id", id.toString())
                        .put("name", role.name()))
                .orElse(NullNode.getInstance());
    }

    private static ArrayNode rows(List<UUID> ids) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(ids.size());
        ids.forEach(id -> rows.addObject().put("id", id.toString()));
        return rows;
    }

    private Optional<Person> person(UUID user) {
        return people.get(user, () -> store.person(user));
    }

    private PolicyIndex index() {
        return indexed().index();
    }

    private Indexed indexed() {
        return book.get(BOOK, () -> new Indexed(new PolicyIndex(store.book()), new ConcurrentHashMap<>()));
    }

    /** The policies of a caller, and whether it may use the console. */
    private record Holding(List<UUID> policies, boolean app) {}

    private record Indexed(PolicyIndex index, Map<Holding, StoredGrants> grants) {}
}
