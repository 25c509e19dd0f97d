package io.dataflows.model.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stored runs to list. Every member narrows; null and the empty list don't.
 *
 * @param numbers only runs with one of these numbers
 * @param onlyWithDocument leaves out runs whose policy keeps no document
 * @param startedFrom inclusive
 * @param startedTo exclusive
 * @param newestFirst by number, descending; else ascending
 * @param limit at most so many; negative means all
 * @param offset how many to pass over, 0 or more
 * @param withDocument whether to load the documents, which may be large
 */
public record RunQuery(
        @Nullable UUID flow,
        List<RunStatus> statuses,
        List<Long> numbers,
        @Nullable UUID user,
        @Nullable String triggerKind,
        boolean onlyWithDocument,
        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,
        boolean newestFirst,
        int limit,
        long offset,
        boolean withDocument) {

    public RunQuery {
        statuses = List.copyOf(statuses);
        numbers = List.copyOf(numbers);
    }

    /** The newest runs, without documents. */
    public static RunQuery newest(int limit) {
        return new RunQuery(null, List.of(), List.of(), null, null, false, null, null, true, limit, 0, false);
    }

    public RunQuery ofFlow(UUID id) {
        return new RunQuery(
                id,
                statuses,
                numbers,
                user,
                triggerKind,
                onlyWithDocument,
                startedFrom,
                startedTo,
                newestFirst,
                limit,
                offset,
                withDocument);
    }
}
