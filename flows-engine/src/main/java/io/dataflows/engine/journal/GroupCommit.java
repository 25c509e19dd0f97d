package io.dataflows.engine.journal;

import io.dataflows.engine.port.RunStore;
import io.dataflows.model.run.RunRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Saves records of many threads in few transactions, without a thread of its own: the first one to come saves, the ones
 * that come meanwhile wait and are saved together by the next.
 */
final class GroupCommit {

    private static final int MAX_BATCH = 500;

    /** So many records one after the other can't all be bad: then it is the store. */
    private static final int MAX_FAILURES = 3;

    private final RunStore store;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private boolean led;

    GroupCommit(RunStore store) {
        this.store = store;
    }

    /** Returns when the record is committed; throws what the store threw for it. */
    RunRecord save(RunRecord record) {
        Entry entry = new Entry(record);
        if (enqueue(entry) || entry.awaitTurn()) {
            lead();
        }
        return entry.saved();
    }

    /** Whether the caller leads, since nobody else does. */
    private synchronized boolean enqueue(Entry entry) {
        waiting.addLast(entry);
        boolean leads = !led;
        led = true;
        return leads;
    }

    /** How many records wait for the next commit. */
    synchronized int waitingCount() {
        return waiting.size();
    }

    private void lead() {
        try {
            saveTogether(takeBatch());
        } finally {
            handOver();
        }
    }

    private synchronized List<Entry> takeBatch() {
        List<Entry> batch = new ArrayList<>(Math.min(waiting.size(), MAX_BATCH));
        while (!waiting.isEmpty() && batch.size() < MAX_BATCH) {
            batch.add(waiting.removeFirst());
        }
        return batch;
    }

    private synchronized void handOver() {
        Entry next = waiting.peekFirst();
        led = next != null;
        if (next != null) {
            next.lead();
        }
    }

    private void saveTogether(List<Entry> batch) {
        try {
            save(batch);
        } catch (RuntimeException refused) {
            saveAlone(batch, refused);
        } catch (Error defect) {
            // Nobody may wait for a thread that is gone.
            batch.forEach(entry -> entry.failed(defect));
            throw defect;
        }
    }

    private void save(List<Entry> batch) {
        List<RunRecord> saved = store.save(batch.stream().map(Entry::record).toList());
        for (int index = 0; index < batch.size(); index++) {
            batch.get(index).done(saved.get(index));
        }
    }

    /** One record that can't be stored must not take the others with it; a store that is gone must not be asked for each. */
    private void saveAlone(List<Entry> batch, RuntimeException refused) {
        RuntimeException last = refused;
        int failures = batch.size() == 1 ? MAX_FAILURES : 0;
        for (Entry entry : batch) {
            if (failures >= MAX_FAILURES) {
                entry.failed(last);
                continue;
            }
            try {
                save(List.of(entry));
                failures = 0;
            } catch (RuntimeException again) {
                last = again;
                failures++;
                entry.failed(again);
            }
        }
    }

    private static final class Entry {

        private final RunRecord record;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private @Nullable RunRecord saved;
        private @Nullable Throwable failure;

        Entry(RunRecord record) {
            this.record = record;
        }

        RunRecord record() {
            return record;
        }

        void lead() {
            turn.complete(true);
        }

        void done(RunRecord stored) {
            saved = stored;
            turn.complete(false);
        }

        void failed(Throwable refused) {
            failure = refused;
            turn.complete(false);
        }

        /** True when this thread has to lead; false when another one saved the record or failed to. */
        boolean awaitTurn() {
            return turn.join();
        }

        RunRecord saved() {
            if (saved != null) {
                return saved;
            }
            if (failure instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("The record was never saved.", failure);
        }
    }
}
