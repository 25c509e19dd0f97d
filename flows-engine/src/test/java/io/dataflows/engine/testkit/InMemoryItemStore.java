package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.ApiLimits;
import io.dataflows.engine.Listing;
import io.dataflows.engine.testkit.ItemPermission.Action;
import io.dataflows.model.capability.ItemScope;
import io.dataflows.model.capability.ItemStore;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.RecordFaults;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.query.Paging;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collections in maps, with fields, permissions, and the activity of their changes. */
public final class InMemoryItemStore implements ItemStore {

    /** Where changes are told, if there is such a collection. */
    public static final String ACTIVITY = ItemActivity.COLLECTION;

    private static final ApiLimits LIMITS = new ApiLimits(1_000_000, 100, -1, 10);

    private final List<ItemPermission> permissions = new ArrayList<>();
    private final ItemTables tables = new ItemTables();
    private final ItemActivity activity;
    private final Clock clock;
    private final Listing listing;

    public InMemoryItemStore(Clock clock) {
        this.clock = clock;
        this.activity = new ItemActivity(tables, clock);
        this.listing = new Listing(LIMITS, clock);
    }

    /** @param fields the primary key first */
    public void addCollection(String name, ItemField... fields) {
        tables.add(new ItemTable(name, List.of(fields)));
    }

    public void permit(ItemPermission permission) {
        permissions.add(permission);
    }

    /** Stores an item as it was there from the beginning: nobody asked, nothing told. */
    public synchronized void put(String collection, ObjectNode item) {
        table(collection).insert(item);
    }

    /** All items as they are stored. */
    public synchronized List<ObjectNode> rows(String collection) {
        return table(collection).rows();
    }

    @Override
    public synchronized List<JsonNode> create(ItemScope scope, List<ObjectNode> items) {
        ItemTable table = table(scope.collection());
        ItemRights rights = rights(scope, Action.CREATE);
        return tables.together(() -> items.stream()
                .map(item -> activity.tell(scope, "create", insert(table, rights, item)))
                .toList());
    }

    @Override
    public synchronized List<ObjectNode> read(ItemScope scope, ObjectNode query) {
        return list(scope, listing.parse(query), rowsFor(scope).all(scope.collection()));
    }

    @Override
    public synchronized List<ObjectNode> read(ItemScope scope, List<JsonNode> keys, ObjectNode query) {
        ItemRows rows = rowsFor(scope);
        ItemTable table = table(scope.collection());
        List<String> texts = keys.stream().map(table::keyText).toList();
        List<ObjectNode> candidates = rows.all(scope.collection()).stream()
                .filter(row -> texts.contains(row.path(table.key().name()).asText()))
                .toList();
        return list(scope, listing.parse(unlimited(query)), candidates);
    }

    @Override
    public synchronized List<JsonNode> update(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        return tables.together(() -> change(scope, keys, changes));
    }

    @Override
    public synchronized List<JsonNode> updateChosen(ItemScope scope, ObjectNode query, ObjectNode changes) {
        return tables.together(() -> change(scope, chosen(scope, Action.UPDATE, query), changes));
    }

    @Override
    public synchronized List<JsonNode> updateEach(ItemScope scope, List<ObjectNode> items) {
        String key = table(scope.collection()).key().name();
        return tables.together(() -> {
            List<JsonNode> keys = new ArrayList<>();
            for (ObjectNode item : items) {
                if (item.path(key).asText("").isEmpty() || item.path(key).isNull()) {
                    throw Refusals.invalidPayload("Item in update misses primary key");
                }
                ObjectNode changes = item.deepCopy().without(key);
                keys.addAll(change(scope, List.of(item.get(key)), changes));
            }
            return keys;
        });
    }

    @Override
    public synchronized List<JsonNode> delete(ItemScope scope, List<JsonNode> keys) {
        return tables.together(() -> remove(scope, keys));
    }

    @Override
    public synchronized List<JsonNode> deleteChosen(ItemScope scope, ObjectNode query) {
        return tables.together(() -> remove(scope, chosen(scope, Action.DELETE, query)));
    }

    @Override
    public synchronized List<JsonNode> readable(ItemScope scope, List<JsonNode> keys) {
        ItemRows rows = rowsFor(scope);
        ItemTable table = table(scope.collection());
        return keys.stream()
                .map(table::keyText)
                .flatMap(key -> rows.find(scope.collection(), key).stream())
                .map(row -> row.get(table.key().name()))
                .toList();
    }

    private List<JsonNode> change(ItemScope scope, List<JsonNode> keys, ObjectNode changes) {
        ItemTable table = table(scope.collection());
        ItemRights rights = rights(scope, Action.UPDATE);
        List<String> fields = new ArrayList<>();
        changes.fieldNames().forEachRemaining(fields::add);
        requireFields(table, rights, changes);
        requireTargets(table, changes);
        List<JsonNode> sorted =
                keys.stream().sorted(Comparator.comparing(JsonNode::asText)).toList();
        for (JsonNode key : sorted) {
            String text = table.keyText(key);
            if (!rights.includesKey(table, text)) {
                throw Refusals.forbiddenItems("update", fields, scope.collection());
            }
            table.change(text, changes);
            activity.tell(scope, "update", key);
        }
        return sorted;
    }

    private List<JsonNode> remove(ItemScope scope, List<JsonNode> keys) {
        ItemTable table = table(scope.collection());
        ItemRights rights = rights(scope, Action.DELETE);
        for (JsonNode key : keys) {
            String text = table.keyText(key);
            if (!rights.includesKey(table, text)) {
                throw Refusals.forbiddenItems("delete", scope.collection());
            }
            table.remove(text);
            activity.tell(scope, "delete", key);
        }
        return List.copyOf(keys);
    }

    private JsonNode insert(ItemTable table, ItemRights rights, ObjectNode item) {
        requireFields(table, rights, item);
        JsonNode key = table.insert(item);
        requireTargets(table, item);
        return key;
    }

    /** The keys of the items that a query chooses among those that may be read; the action must be allowed at all. */
    private List<JsonNode> chosen(ItemScope scope, Action action, ObjectNode query) {
        rights(scope, action);
        ItemRows rows = rowsFor(scope);
        String key = table(scope.collection()).key().name();
        return listing.select(rows.collection(scope.collection()), listing.parse(query), rows, who(scope)).stream()
                .map(row -> row.get(key))
                .toList();
    }

    private static void requireFields(ItemTable table, ItemRights rights, ObjectNode given) {
        given.fieldNames().forEachRemaining(name -> {
            if (!rights.includesField(name)) {
                throw Refusals.forbiddenField(name, table.name());
            }
        });
    }

    private void requireTargets(ItemTable table, ObjectNode given) {
        for (ItemField field : table.fields()) {
            String target = field.field().target();
            JsonNode id = given.path(field.name());
            boolean leads = target != null && !field.field().isMany() && id.isValueNode() && !id.isNull();
            if (leads && table(target).find(id.asText()).isEmpty()) {
                throw new FlowsException(RecordFaults.noSuchTarget());
            }
        }
    }

    private List<ObjectNode> list(ItemScope scope, ListQuery query, List<ObjectNode> candidates) {
        ItemRows rows = rowsFor(scope);
        Collection collection = rows.collection(scope.collection());
        List<ObjectNode> found = new ArrayList<>();
        listing.list(collection, query, candidates, rows, who(scope))
                .path("data")
                .forEach(row -> found.add(((ObjectNode) row).deepCopy()));
        return found;
    }

    private static ObjectNode unlimited(ObjectNode query) {
        return query.hasNonNull("limit") ? query : query.deepCopy().put("limit", Paging.ALL.limit());
    }

    private ItemTable table(String name) {
        return tables.get(name);
    }

    private ItemRights rights(ItemScope scope, Action action) {
        return rights(scope.authority(), scope.collection(), action);
    }

    private ItemRights rights(Authority authority, String collection, Action action) {
        return ItemRights.of(authority, collection, action, permissions, clock);
    }

    private ItemRows rowsFor(ItemScope scope) {
        table(scope.collection());
        rights(scope, Action.READ);
        return new ItemRows(this::table, name -> rights(scope.authority(), name, Action.READ));
    }

    /** Queries ask for somebody; the system has neither user nor role. */
    private static Accountability who(ItemScope scope) {
        Accountability who = scope.authority().accountability();
        return who == null ? Accountability.anonymous(null, null, null) : who;
    }
}
