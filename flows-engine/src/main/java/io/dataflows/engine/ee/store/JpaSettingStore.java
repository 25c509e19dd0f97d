package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.SettingStore;
import io.dataflows.model.store.SettingEntity;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Shared values in a table. */
final class JpaSettingStore implements SettingStore {

    private final Transactions transactions;

    JpaSettingStore(Transactions transactions) {
        this.transactions = new RetryingTransactions(transactions);
    }

    @Override
    public String getOrCreate(String name, String initial) {
        Optional<String> stored = transactions.call(manager -> find(manager, name));
        return stored.orElseGet(() -> create(name, initial));
    }

    private String create(String name, String initial) {
        return transactions.call(manager -> {
            RowLock.SETTINGS.take(manager);
            Optional<String> stored = find(manager, name);
            if (stored.isEmpty()) {
                manager.persist(new SettingEntity(name, initial));
            }
            return stored.orElse(initial);
        });
    }

    private static Optional<String> find(EntityManager manager, String name) {
        return Optional.ofNullable(manager.find(SettingEntity.class, name)).map(SettingEntity::content);
    }
}
