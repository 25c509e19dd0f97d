package io.dataflows.engine;

import io.dataflows.engine.access.RightsSource;
import io.dataflows.engine.audit.Audit;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.items.CollectionRules;
import io.dataflows.engine.items.Items;
import io.dataflows.engine.items.Schemas;
import io.dataflows.engine.items.read.ItemReading;
import io.dataflows.engine.items.write.ItemWriting;
import io.dataflows.engine.listing.ListQueryParser;
import io.dataflows.engine.setting.Settings;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.capability.ItemStore;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The items of one database, wired: for the web, and for the operations of flows.
 */
public record ItemRoom(ItemLibrary library, ItemStore store) {

    /**
     * @param hooks are told what happens to items
     * @param rules what the platform's own collections demand, by name
     * @param hasher what is kept of values that are hashed
     */
    public static ItemRoom open(
            Sql sql,
            Schemas schemas,
            RightsSource rights,
            Hooks hooks,
            Map<String, CollectionRules> rules,
            UnaryOperator<String> hasher,
            Settings settings,
            Clock clock) {
        ApiLimits limits = ApiLimits.of(settings);
        ItemReading reading = new ItemReading(sql, schemas, rights, limits.maxRelationalDepth());
        ItemWriting writing = new ItemWriting(
                sql,
                schemas,
                rights,
                reading,
                hooks,
                Audit.NONE,
                collection -> rules.getOrDefault(collection, CollectionRules.NONE),
                clock,
                UUID::randomUUID,
                hasher);
        ListQueryParser queries = new ListQueryParser(limits.queryLimitDefault(), limits.queryLimitMax());
        return new ItemRoom(new ItemLibrary(schemas, reading, writing), new Items(schemas, reading, writing, queries));
    }
}
