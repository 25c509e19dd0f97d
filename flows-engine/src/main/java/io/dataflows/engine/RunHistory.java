package io.dataflows.engine;

import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** What happened: the stored runs. */
public final class RunHistory {

    /** One run with its document. */
    public Optional<RunRecord> run(RunId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    public List<RunRecord> runs(RunQuery query) {
        throw new UnsupportedOperationException(query.toString());
    }

    public long count(RunQuery query) {
        throw new UnsupportedOperationException(query.toString());
    }
}
