package io.dataflows.engine.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import org.jspecify.annotations.Nullable;

/** Copies of runs as a database would give them back, and whether a query wants them. */
final class StoredRun {

    private StoredRun() {}

    static RunRecord of(RunRecord run, long number) {
        return with(run, number, AsStored.json(run.document()));
    }

    static RunRecord forQuery(RunRecord run, RunQuery query) {
        return query.withDocument() ? run : with(run, run.number(), null);
    }

    static boolean matches(RunRecord run, RunQuery query) {
        return (query.flow() == null || query.flow().equals(run.flow()))
                && (query.statuses().isEmpty() || query.statuses().contains(run.status()))
                && (query.numbers().isEmpty() || query.numbers().contains(run.number()))
                && (query.user() == null || query.user().equals(run.user()))
                && (query.triggerKind() == null || query.triggerKind().equals(run.triggerKind()))
                && (!query.onlyWithDocument() || run.document() != null)
                && (query.startedFrom() == null || !run.startedAt().isBefore(AsStored.instant(query.startedFrom())))
                && (query.startedTo() == null || run.startedAt().isBefore(AsStored.instant(query.startedTo())));
    }

    private static RunRecord with(RunRecord run, long number, @Nullable JsonNode document) {
        return new RunRecord(
                run.id(),
                number,
                run.flow(),
                run.flowRevision(),
                run.triggerKind(),
                run.journal(),
                run.status(),
                AsStored.instant(run.startedAt()),
                AsStored.instantOrNull(run.finishedAt()),
                run.user(),
                run.ip(),
                run.userAgent(),
                run.origin(),
                run.steps(),
                run.failedStep(),
                run.error(),
                document);
    }
}
