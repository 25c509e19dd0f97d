package io.dataflows.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.journal.RunDocuments;
import io.dataflows.engine.port.RunStore;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import java.util.List;
import java.util.Optional;

/** What happened: the stored runs. Their documents come with {@code data}, the Flow Object at the end. */
public final class RunHistory {

    private final RunStore store;

    RunHistory(RunStore store) {
        this.store = store;
    }

    /** One run with its document. */
    public Optional<RunRecord> run(RunId id) {
        return store.find(id).map(RunHistory::whole);
    }

    public List<RunRecord> runs(RunQuery query) {
        return store.find(query).stream().map(RunHistory::whole).toList();
    }

    public long count(RunQuery query) {
        return store.count(query);
    }

    private static RunRecord whole(RunRecord run) {
        return run.document() instanceof ObjectNode document ? run.withDocument(RunDocuments.withData(document)) : run;
    }
}
