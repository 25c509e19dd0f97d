package io.dataflows.engine.ee.store;

import jakarta.persistence.EntityManager;

/**
 * A row per purpose that makes transactions wait for one another, over all nodes. It is updated, not only selected:
 * where a datasource isolates by snapshot, the database then refuses a transaction that began to read too early.
 */
enum RowLock {
    FLOWS("flows"),
    SETTINGS("settings");

    private final String row;

    RowLock(String row) {
        this.row = row;
    }

    /** Waits for the row, and holds it until the transaction ends. */
    void take(EntityManager manager) {
        int rows = manager.createQuery("update LockEntity l set l.taken = l.taken + 1 where l.name = :name")
                .setParameter("name", row)
                .executeUpdate();
        if (rows != 1) {
            throw new IllegalStateException("Lock row (" + row + ") is missing in table df_lock.");
        }
    }
}
