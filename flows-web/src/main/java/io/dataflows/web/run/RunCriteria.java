package io.dataflows.web.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.query.Paging;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunStatus;
import io.dataflows.web.http.Ids;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the filter of a list call into what a run store can look for. One call uses one. */
final class RunCriteria {
    static final String ACTION = "run";
    static final String FLOWS = "directus_flows";

    private final Map<String, RunColumn> columns;
    private boolean impossible;
    private @Nullable UUID flow;
    private @Nullable UUID user;
    private @Nullable String trigger;
    private @Nullable List<RunStatus> statuses;
    private @Nullable List<Long> numbers;
    private @Nullable Instant from;
    private @Nullable Instant to;

    private RunCriteria(Map<String, RunColumn> columns) {
        this.columns = columns;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_QUERY for a rule that can't be followed */
    static RunCriteria of(@Nullable ObjectNode filter, Map<String, RunColumn> columns) {
        RunCriteria criteria = new RunCriteria(columns);
        Condition.of(filter).forEach(criteria::add);
        return criteria;
    }

    RunCriteria onlyStatuses(List<RunStatus> some) {
        statuses = kept(statuses, some);
        return this;
    }

    RunCriteria onlyNumbers(List<Long> some) {
        numbers = kept(numbers, some);
        return this;
    }

    /** Whether no run can match, so that nothing needs to be looked for. */
    boolean isImpossible() {
        return impossible;
    }

    RunQuery toQuery(boolean onlyWithDocument, boolean newestFirst, Paging paging, boolean withDocument) {
        return new RunQuery(
                flow,
                statuses == null ? List.of() : statuses,
                numbers == null ? List.of() : numbers,
                user,
                trigger,
                onlyWithDocument,
                from,
                to,
                newestFirst,
                paging.limit(),
                paging.offset(),
                withDocument);
    }

    private void add(Condition condition) {
        RunColumn column = columns.get(condition.field());
        if (column == null || (column != RunColumn.STARTED && !condition.isOneOf())) {
            throw condition.unsupported(columns.keySet());
        }
        switch (column) {
            case FLOW -> flow = one(flow, condition, Ids::parse);
            case USER -> user = one(user, condition, Ids::parse);
            case TRIGGER -> trigger = one(trigger, condition, Optional::of);
            case STATUS -> statuses = kept(statuses, read(condition, RunCriteria::status));
            case NUMBER -> numbers = kept(numbers, read(condition, RunCriteria::number));
            case STARTED -> addTime(condition);
            case ACTION -> impossible |= !condition.texts().contains(ACTION);
            case COLLECTION -> impossible |= !condition.texts().contains(FLOWS);
        }
    }

    private <T> @Nullable T one(@Nullable T known, Condition condition, Function<String, Optional<T>> reader) {
        List<T> values = read(condition, reader);
        if (values.size() > 1) {
            throw condition.unsupported(columns.keySet());
        }
        boolean none = values.isEmpty() || (known != null && !known.equals(values.get(0)));
        impossible |= none;
        return none ? known : values.get(0);
    }

    private <T> List<T> kept(@Nullable List<T> known, List<T> values) {
        List<T> both =
                known == null ? values : values.stream().filter(known::contains).toList();
        impossible |= both.isEmpty();
        return both;
    }

    private static <T> List<T> read(Condition condition, Function<String, Optional<T>> reader) {
        return condition.texts().stream().map(reader).flatMap(Optional::stream).toList();
    }

    private void addTime(Condition condition) {
        Instant time = time(condition);
        switch (condition.operator()) {
            case "_gte" -> from = from == null || time.isAfter(from) ? time : from;
            case "_gt" -> from = from == null || next(time).isAfter(from) ? next(time) : from;
            case "_lt" -> to = to == null || time.isBefore(to) ? time : to;
            case "_lte" -> to = to == null || next(time).isBefore(to) ? next(time) : to;
            default -> throw condition.unsupported(columns.keySet());
        }
    }

    private Instant time(Condition condition) {
        try {
            return Instant.parse(condition.operand().asText());
        } catch (DateTimeException notATime) {
            throw condition.unsupported(columns.keySet());
        }
    }

    /** Answers show milliseconds, so a time that was taken from one means the whole of its millisecond. */
    private static Instant next(Instant time) {
        return time.plus(1, ChronoUnit.MILLIS);
    }

    private static Optional<RunStatus> status(String text) {
        return List.of(RunStatus.values()).stream()
                .filter(status -> status.text().equals(text))
                .findFirst();
    }

    static Optional<Long> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
