package io.dataflows.engine.port;

import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** Keeps what happened in runs. */
public interface RunStore {

    /**
     * Stores records in one transaction of its own: a record with number 0 is inserted and gets one, any other replaces
     * the record of that number. Numbers grow with time, but a later one may be committed first.
     *
     * @return the records as stored, in the same order, numbers set, instants cut to microseconds
     * @throws IllegalArgumentException when a number isn't stored; nothing is kept then
     */
    List<RunRecord> save(List<RunRecord> records);

    /**
     * The same in the transaction that the calling thread has open, or in one of its own where it has none: what is
     * stored is there when that one is committed, and never otherwise.
     */
    List<RunRecord> saveJoined(List<RunRecord> records);

    /** Removes a run with its document; nothing happens when there is none. */
    void delete(RunId id);

    /** With its document. */
    Optional<RunRecord> find(RunId id);

    /** A row that can't be read is left out and logged, never thrown. */
    List<RunRecord> find(RunQuery query);

    /** How many runs match, paging aside. */
    long count(RunQuery query);
}
