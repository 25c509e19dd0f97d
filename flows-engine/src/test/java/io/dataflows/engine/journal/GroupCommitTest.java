package io.dataflows.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private static final int THREADS = 32;

    @Test
    void savesRunsThatEndTogetherInOneCommit() throws Exception {
        var store = new SlowFirstStore();
        GroupCommit commits = new GroupCommit(store);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            Future<RunRecord> first = pool.submit(() -> commits.save(record("first")));
            store.firstIsSaving.await();
            List<Callable<RunRecord>> others = new ArrayList<>();
            for (int index = 1; index < THREADS; index++) {
                String key = "run" + index;
                others.add(() -> commits.save(record(key)));
            }
            List<Future<RunRecord>> saved = new ArrayList<>();
            others.forEach(save -> saved.add(pool.submit(save)));
            while (commits.waitingCount() < THREADS - 1) {
                Thread.onSpinWait();
            }
            store.goOn.countDown();
            assertThat(first.get().number()).isPositive();
            for (Future<RunRecord> each : saved) {
                assertThat(each.get().number()).isPositive();
            }
            assertThat(store.calls.get()).isEqualTo(2);
        } finally {
            store.goOn.countDown();
            pool.shutdown();
        }
    }

    @Test
    void storesEveryRunOfManyThreadsOnce() throws Exception {
        var store = new InMemoryRunStore();
        GroupCommit commits = new GroupCommit(store);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<RunRecord>> work = new ArrayList<>();
            for (int index = 0; index < 2_000; index++) {
                work.add(() -> commits.save(record("x")));
            }
            List<Long> numbers = new ArrayList<>();
            for (Future<RunRecord> saved : pool.invokeAll(work)) {
                numbers.add(saved.get().number());
            }
            assertThat(numbers).doesNotHaveDuplicates().hasSize(2_000);
            assertThat(store.count(RunQuery.newest(1))).isEqualTo(2_000);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void tellsAFailureToTheOneItBelongsTo() {
        var store = new SlowFirstStore();
        store.goOn.countDown();
        GroupCommit commits = new GroupCommit(store);
        assertThatThrownBy(() -> commits.save(record("poison"))).hasMessage("poison");
        assertThat(commits.save(record("good")).number()).isPositive();
    }

    @Test
    void leavesNobodyWaitingWhenTheLeaderBreaks() throws Exception {
        var store = new SlowFirstStore();
        store.breaks = true;
        GroupCommit commits = new GroupCommit(store);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<RunRecord>> saved = new ArrayList<>();
            saved.add(pool.submit(() -> commits.save(record("first"))));
            store.firstIsSaving.await();
            for (int index = 1; index < THREADS; index++) {
                saved.add(pool.submit(() -> commits.save(record("x"))));
            }
            while (commits.waitingCount() < THREADS - 1) {
                Thread.onSpinWait();
            }
            store.goOn.countDown();
            for (Future<RunRecord> each : saved) {
                assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            }
        } finally {
            store.goOn.countDown();
            pool.shutdown();
        }
    }

    @Test
    void doesNotAskAStoreThatIsGoneForEachRecord() throws Exception {
        var store = new SlowFirstStore();
        GroupCommit commits = new GroupCommit(store);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<RunRecord>> saved = new ArrayList<>();
            saved.add(pool.submit(() -> commits.save(record("poison"))));
            store.firstIsSaving.await();
            for (int index = 1; index < THREADS; index++) {
                saved.add(pool.submit(() -> commits.save(record("poison"))));
            }
            while (commits.waitingCount() < THREADS - 1) {
                Thread.onSpinWait();
            }
            store.goOn.countDown();
            for (Future<RunRecord> each : saved) {
                assertThatThrownBy(() -> each.get(20, TimeUnit.SECONDS)).hasMessageContaining("poison");
            }
            assertThat(store.calls.get()).isLessThanOrEqualTo(6);
        } finally {
            store.goOn.countDown();
            pool.shutdown();
        }
    }

    private static RunRecord record(String key) {
        return new RunRecord(
                new RunId(UUID.randomUUID()),
                0,
                UUID.randomUUID(),
                1,
                "webhook",
                JournalPolicy.ACTIVITY,
                RunStatus.SUCCEEDED,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                0,
                key,
                null,
                null);
    }

    /** Holds its first call until it is let go, and refuses poison. */
    private static final class SlowFirstStore implements RunStore {

        private final InMemoryRunStore store = new InMemoryRunStore();
        private final CountDownLatch firstIsSaving = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger calls = new AtomicInteger();
        private volatile boolean breaks;

        @Override
        public List<RunRecord> saveJoined(List<RunRecord> records) {
            return save(records);
        }

        @Override
        public List<RunRecord> save(List<RunRecord> records) {
            calls.incrementAndGet();
            firstIsSaving.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            if (breaks) {
                throw new NoClassDefFoundError("broken");
            }
            if (records.stream().anyMatch(record -> "poison".equals(record.failedStep()))) {
                throw new IllegalStateException("poison");
            }
            return store.save(records);
        }

        @Override
        public void delete(RunId id) {
            store.delete(id);
        }

        @Override
        public Optional<RunRecord> find(RunId id) {
            return store.find(id);
        }

        @Override
        public List<RunRecord> find(RunQuery query) {
            return store.find(query);
        }

        @Override
        public long count(RunQuery query) {
            return store.count(query);
        }
    }
}
