package io.dataflows.engine.ee.store;

import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunStatus;
import io.dataflows.model.store.Micros;
import io.dataflows.model.store.StoredText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query for runs as JPQL: the conditions that narrow, every value as a parameter. */
final class RunSearch {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final RunQuery query;

    RunSearch(RunQuery query) {
        this.query = query;
        narrow(
                "r.flow = :flow",
                "flow",
                query.flow() == null ? null : query.flow().toString());
        narrow(
                "r.user = :user",
                "user",
                query.user() == null ? null : query.user().toString());
        narrow("r.triggerKind = :kind", "kind", encode(query.triggerKind()));
        narrow("r.status in :statuses", "statuses", statuses(query));
        narrow("r.number in :numbers", "numbers", query.numbers().isEmpty() ? null : query.numbers());
        narrow("r.startedAt >= :from", "from", query.startedFrom() == null ? null : Micros.of(query.startedFrom()));
        narrow("r.startedAt < :to", "to", query.startedTo() == null ? null : Micros.of(query.startedTo()));
        if (query.onlyWithDocument()) {
            conditions.add("exists (select x.number from RunDocumentEntity x where x.number = r.number)");
        }
    }

    private void narrow(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable String encode(@Nullable String text) {
        return text == null ? null : StoredText.encode(text);
    }

    private static @Nullable List<String> statuses(RunQuery query) {
        return query.statuses().isEmpty()
                ? null
                : query.statuses().stream().map(RunStatus::text).toList();
    }

    long count(EntityManager manager) {
        return query(manager, "select count(r) from RunEntity r", "", Long.class)
                .getSingleResult();
    }

    /** @param select up to its from clause, with the run as {@code r} */
    <T> List<T> find(EntityManager manager, String select, Class<T> type) {
        if (query.limit() == 0 || query.offset() > Integer.MAX_VALUE) {
            return List.of();
        }
        String order = " order by r.number" + (query.newestFirst() ? " desc" : "");
        TypedQuery<T> typed = query(manager, select, order, type).setFirstResult((int) query.offset());
        return (query.limit() < 0 ? typed : typed.setMaxResults(query.limit())).getResultList();
    }

    private <T> TypedQuery<T> query(EntityManager manager, String select, String order, Class<T> type) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        TypedQuery<T> typed = manager.createQuery(select + where + order, type);
        parameters.forEach(typed::setParameter);
        return typed;
    }
}
