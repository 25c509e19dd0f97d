package io.dataflows.engine.journal;

import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.error.Fault;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunReport;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what happened, by each flow's policy and without secrets. What it returned from is committed. */
public final class JournalWriter {

    private static final System.Logger LOG = System.getLogger(JournalWriter.class.getName());

    private final RunStore store;
    private final GroupCommit commits;
    private final Clock clock;

    public JournalWriter(RunStore store, Clock clock) {
        this.store = store;
        this.commits = new GroupCommit(store);
        this.clock = clock;
    }

    /** Promises a run that its caller won't wait for. */
    public RunRecord begin(RunId id, Admitted admitted, RunSecrets secrets) {
        return commits.save(RunRecords.queued(id, admitted, secrets, clock.instant()));
    }

    /** Promises runs in the transaction that the calling thread has open: it takes them with it where it fails. */
    public List<RunRecord> beginJoined(List<Promise> promises) {
        return store.saveJoined(promises.stream()
                .map(promise -> RunRecords.promised(promise, clock.instant()))
                .toList());
    }

    /** Tells, in the transaction that the calling thread has open, of a run that may not begin. */
    public void refuseJoined(Promise promise, Fault fault) {
        if (promise.admitted().flow().journal() != JournalPolicy.NOTHING) {
            RunRecord promised = RunRecords.promised(promise, clock.instant());
            store.saveJoined(List.of(RunRecords.abandoned(promised, fault.message(), clock.instant())));
        }
    }

    /** A run that was never promised ended inside of the transaction that the calling thread has open. */
    public void endJoined(RunReport report, RunSecrets secrets) {
        if (report.journal() != JournalPolicy.NOTHING) {
            RunRecord record = RunRecords.ended(report, secrets, 0);
            try {
                store.saveJoined(List.of(record));
            } catch (UncheckedIOException unwritable) {
                LOG.log(Level.WARNING, "Run " + record.id() + " is stored without its document.", unwritable);
                store.saveJoined(List.of(record.withDocument(null)));
            }
        }
    }

    /**
     * A run ended.
     *
     * @param begun the record that promised it, or null for a run that was never promised
     */
    public void end(RunReport report, RunSecrets secrets, @Nullable RunRecord begun) {
        if (report.journal() == JournalPolicy.NOTHING) {
            forget(begun);
            return;
        }
        save(RunRecords.ended(report, secrets, begun == null ? 0 : begun.number()));
    }

    /** A document that can't be written, such as one that is nested too deep, must not take the run's record with it. */
    private void save(RunRecord record) {
        try {
            commits.save(record);
        } catch (UncheckedIOException unwritable) {
            LOG.log(Level.WARNING, "Run " + record.id() + " is stored without its document.", unwritable);
            commits.save(record.withDocument(null));
        }
    }

    /** A run that was promised never began. */
    public void abandon(RunRecord begun, String reason) {
        commits.save(RunRecords.abandoned(begun, reason, clock.instant()));
    }

    /** Of a run that is to leave no trace only the promise was stored. */
    private void forget(@Nullable RunRecord begun) {
        if (begun != null) {
            store.delete(begun.id());
        }
    }
}
