package io.dataflows.engine.ee.store;

import io.dataflows.engine.port.RunStore;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** Runs in tables. */
final class JpaRunStore implements RunStore {

    private final Transactions transactions;

    JpaRunStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<RunRecord> save(List<RunRecord> records) {
        RunBatch batch = RunBatch.of(records);
        return transactions.call(batch::write);
    }

    @Override
    public List<RunRecord> saveJoined(List<RunRecord> records) {
        RunBatch batch = RunBatch.of(records);
        return transactions.join(batch::write);
    }

    @Override
    public void delete(RunId id) {
        transactions.call(manager -> new RunRows(manager).delete(id.toString()));
    }

    @Override
    public Optional<RunRecord> find(RunId id) {
        return transactions.call(manager -> new RunRows(manager).find(id.toString()));
    }

    @Override
    public List<RunRecord> find(RunQuery query) {
        RunSearch search = new RunSearch(query);
        return transactions.call(manager -> {
            RunRows rows = new RunRows(manager);
            return query.withDocument() ? rows.findWithDocuments(search) : rows.findWithoutDocuments(search);
        });
    }

    @Override
    public long count(RunQuery query) {
        RunSearch search = new RunSearch(query);
        return transactions.call(search::count);
    }
}
