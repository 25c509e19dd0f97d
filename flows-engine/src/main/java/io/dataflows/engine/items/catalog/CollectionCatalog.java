package io.dataflows.engine.items.catalog;

import io.dataflows.engine.items.Schemas;
import io.dataflows.engine.sql.Sql;
import io.dataflows.model.schema.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The collections as they are now. Changes of this node are seen at once, those of others within two seconds. Inside a
 * transaction nothing is asked of the database, unless nothing is known yet.
 */
public final class CollectionCatalog implements Schemas {

    private static final Duration TRUST = Duration.ofSeconds(2);

    private final Sql sql;
    private final Clock clock;
    private final SnapshotReader reader = new SnapshotReader();
    private volatile @Nullable Snapshot snapshot;
    private volatile Instant checked = Instant.MIN;

    public CollectionCatalog(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Schema current() {
        return snapshot().schema();
    }

    Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known == null) {
            return fresh();
        }
        boolean trusted = clock.instant().isBefore(checked.plus(TRUST));
        return trusted || sql.isInTransaction() ? known : compared();
    }

    private synchronized Snapshot compared() {
        Snapshot known = snapshot;
        Instant now = clock.instant();
        if (known == null || now.isBefore(checked.plus(TRUST))) {
            return known == null ? fresh() : known;
        }
        long number = sql.read(connection -> new Descriptions(connection, sql.dialect()).number());
        checked = now;
        return number == known.number() ? known : fresh();
    }

    /** Reads everything anew. */
    synchronized Snapshot fresh() {
        Instant now = clock.instant();
        Snapshot read = sql.read(connection -> reader.read(connection, sql.dialect()));
        snapshot = read;
        checked = now;
        return read;
    }

    Sql sql() {
        return sql;
    }
}
