package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.filter.DynamicVariables;
import io.dataflows.engine.filter.Filter;
import io.dataflows.engine.filter.FilterEvaluator;
import io.dataflows.engine.filter.FilterParser;
import io.dataflows.engine.testkit.ItemPermission.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.time.Clock;
import java.util.List;

/** What an authority may do with the items of one collection: everything, or what its permissions say. */
final class ItemRights {

    private final boolean all;
    private final List<ItemPermission> permissions;
    private final DynamicVariables variables;

    private ItemRights(boolean all, List<ItemPermission> permissions, DynamicVariables variables) {
        this.all = all;
        this.permissions = permissions;
        this.variables = variables;
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN where nothing at all may be done */
    static ItemRights of(
            Authority authority, String collection, Action action, List<ItemPermission> permissions, Clock clock) {
        Accountability who = authority.accountability();
        List<ItemPermission> own = who == null
                ? List.of()
                : permissions.stream()
                        .filter(permission -> permission.isFor(who, collection, action))
                        .toList();
        if (!authority.isUnrestricted() && own.isEmpty()) {
            throw Refusals.forbiddenCollection(collection);
        }
        return new ItemRights(authority.isUnrestricted(), own, DynamicVariables.of(who, clock));
    }

    boolean includesField(String name) {
        return all || permissions.stream().anyMatch(permission -> permission.includes(name));
    }

    boolean includesItem(ObjectNode item) {
        return all || permissions.stream().anyMatch(permission -> matches(permission, item));
    }

    /** Whoever may do everything may name keys that no item has. */
    boolean includesKey(ItemTable table, String key) {
        return all || table.find(key).filter(this::includesItem).isPresent();
    }

    private boolean matches(ItemPermission permission, ObjectNode item) {
        Filter filter = FilterParser.parseQuery(permission.items());
        return filter == null || FilterEvaluator.matchesRow(filter.resolve(variables), item);
    }
}
