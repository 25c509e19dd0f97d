package io.dataflows.engine.ee.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.store.RunDocumentEntity;
import io.dataflows.model.store.RunEntity;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads runs inside one transaction. */
record RunRows(EntityManager manager) {

    private static final String WITH_DOCUMENT =
            "select r, d from RunEntity r left join RunDocumentEntity d on d.number = r.number";

    Optional<RunRecord> find(String id) {
        return manager.createQuery(WITH_DOCUMENT + " where r.id = :id", Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .flatMap(row -> toRecord(row).stream())
                .findFirst();
    }

    /** How many runs were removed: one, or none. */
    int delete(String id) {
        manager.createQuery(
                        "delete from RunDocumentEntity d where d.number in (select r.number from RunEntity r where r.id = :id)")
                .setParameter("id", id)
                .executeUpdate();
        return manager.createQuery("delete from RunEntity r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    List<RunRecord> findWithDocuments(RunSearch search) {
        return search.find(manager, WITH_DOCUMENT, Object[].class).stream()
                .flatMap(row -> toRecord(row).stream())
                .toList();
    }

    List<RunRecord> findWithoutDocuments(RunSearch search) {
        return search.find(manager, "select r from RunEntity r", RunEntity.class).stream()
                .flatMap(run -> toRecord(run, null).stream())
                .toList();
    }

    private static Optional<RunRecord> toRecord(@Nullable Object[] row) {
        return row[0] instanceof RunEntity run ? toRecord(run, (RunDocumentEntity) row[1]) : Optional.empty();
    }

    private static Optional<RunRecord> toRecord(RunEntity run, @Nullable RunDocumentEntity document) {
        return Rows.read("df_run", run.number(), () -> run.toRecord(value(document)));
    }

    private static @Nullable JsonNode value(@Nullable RunDocumentEntity document) {
        return document == null ? null : StoredJson.value(document.content());
    }
}
