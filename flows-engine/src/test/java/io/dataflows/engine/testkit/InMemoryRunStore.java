package io.dataflows.engine.testkit;

import io.dataflows.engine.port.RunStore;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs in a map by number. */
public final class InMemoryRunStore implements RunStore {

    private final SortedMap<Long, RunRecord> runs = new TreeMap<>();
    private final Map<RunId, Long> numbers = new HashMap<>();
    private long lastNumber;

    @Override
    public synchronized List<RunRecord> save(List<RunRecord> records) {
        Set<RunId> fresh = new HashSet<>();
        records.forEach(record -> check(record, fresh));
        return records.stream().map(this::put).toList();
    }

    /** In memory no transaction is ever open. */
    @Override
    public List<RunRecord> saveJoined(List<RunRecord> records) {
        return save(records);
    }

    private void check(RunRecord record, Set<RunId> fresh) {
        if (record.number() != 0 && !runs.containsKey(record.number())) {
            throw new IllegalArgumentException("Run number (" + record.number() + ") is not stored.");
        }
        Long number = numbers.get(record.id());
        boolean taken = number != null && number != record.number();
        if (taken || (record.number() == 0 && !fresh.add(record.id()))) {
            throw new IllegalStateException("Run (" + record.id() + ") is stored already.");
        }
    }

    private RunRecord put(RunRecord given) {
        RunRecord record = StoredRun.of(given, given.number() == 0 ? ++lastNumber : given.number());
        runs.put(record.number(), record);
        numbers.put(record.id(), record.number());
        return record;
    }

    @Override
    public synchronized void delete(RunId id) {
        Long number = numbers.remove(id);
        if (number != null) {
            runs.remove(number);
        }
    }

    @Override
    public synchronized Optional<RunRecord> find(RunId id) {
        return Optional.ofNullable(numbers.get(id)).map(runs::get);
    }

    @Override
    public synchronized List<RunRecord> find(RunQuery query) {
        Stream<RunRecord> found =
                matching(query).sorted(order(query)).skip(query.offset()).map(run -> StoredRun.forQuery(run, query));
        return (query.limit() < 0 ? found : found.limit(query.limit())).toList();
    }

    @Override
    public synchronized long count(RunQuery query) {
        return matching(query).count();
    }

    private Stream<RunRecord> matching(RunQuery query) {
        return runs.values().stream().filter(run -> StoredRun.matches(run, query));
    }

    private static Comparator<RunRecord> order(RunQuery query) {
        Comparator<RunRecord> byNumber = Comparator.comparingLong(RunRecord::number);
        return query.newestFirst() ? byNumber.reversed() : byNumber;
    }
}
