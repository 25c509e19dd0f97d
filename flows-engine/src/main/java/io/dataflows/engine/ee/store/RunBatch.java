package io.dataflows.engine.ee.store;

import io.dataflows.model.run.RunRecord;
import io.dataflows.model.store.RunDocumentEntity;
import io.dataflows.model.store.RunEntity;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records to be stored together, their documents written as text already, so that the transaction stays short. */
record RunBatch(List<RunRecord> records, List<Document> documents) {

    private record Document(@Nullable String text) {}

    static RunBatch of(List<RunRecord> records) {
        return new RunBatch(
                records,
                records.stream()
                        .map(record -> new Document(StoredJson.text(record.document())))
                        .toList());
    }

    /** @throws IllegalArgumentException when a record has a number that isn't stored */
    List<RunRecord> write(EntityManager manager) {
        List<RunEntity> runs = new ArrayList<>(records.size());
        for (RunRecord record : records) {
            runs.add(record.number() == 0 ? insert(manager, record) : replace(manager, record));
        }
        // Nothing tells JPA that documents refer to their run: the runs' rows have to be there first.
        manager.flush();
        List<RunRecord> stored = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            RunRecord record = records.get(i);
            writeDocument(
                    manager, record, runs.get(i).number(), documents.get(i).text());
            stored.add(runs.get(i).toRecord(record.document()));
        }
        return stored;
    }

    private static RunEntity insert(EntityManager manager, RunRecord record) {
        RunEntity run = new RunEntity(record);
        manager.persist(run);
        return run;
    }

    private static RunEntity replace(EntityManager manager, RunRecord record) {
        if (manager.find(RunEntity.class, record.number()) == null) {
            throw new IllegalArgumentException("Run number (" + record.number() + ") is not stored.");
        }
        return manager.merge(new RunEntity(record));
    }

    private static void writeDocument(EntityManager manager, RunRecord record, long number, @Nullable String text) {
        if (record.number() != 0) {
            replaceDocument(manager, number, text);
        } else if (text != null) {
            manager.persist(new RunDocumentEntity(number, text));
        }
    }

    private static void replaceDocument(EntityManager manager, long number, @Nullable String text) {
        RunDocumentEntity old = manager.find(RunDocumentEntity.class, number);
        if (text != null) {
            manager.merge(new RunDocumentEntity(number, text));
        } else if (old != null) {
            manager.remove(old);
        }
    }
}
