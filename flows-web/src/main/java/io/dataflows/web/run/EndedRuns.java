package io.dataflows.web.run;

import io.dataflows.engine.RunHistory;
import io.dataflows.model.query.Paging;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds runs by their number. Those that go on have left no activity yet. */
record EndedRuns(RunHistory history) {
    static final List<RunStatus> STATUSES =
            Stream.of(RunStatus.values()).filter(RunStatus::isFinal).toList();

    Optional<RunRecord> numbered(String id) {
        return RunCriteria.number(id)
                .map(number -> RunCriteria.of(null, Map.of())
                        .onlyStatuses(STATUSES)
                        .onlyNumbers(List.of(number))
                        .toQuery(false, true, Paging.ALL, true))
                .flatMap(query -> history.runs(query).stream().findFirst());
    }
}
