package io.dataflows.engine.items.read;

import io.dataflows.engine.items.sql.FieldCall;
import io.dataflows.engine.items.sql.Hop;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.schema.FieldSchema;
import org.jspecify.annotations.Nullable;

/** One member of the items that an answer shows. */
final class Branch {
    private final String shown;
    private final FieldCall call;
    private final FieldSchema field;
    private final @Nullable Hop hop;
    private final @Nullable ListQuery query;
    private @Nullable FieldTree into;

    /**
     * @param shown the member's name
     * @param hop where it leads, or null
     * @param query for the rows that it leads to, or null
     */
    Branch(String shown, FieldCall call, FieldSchema field, @Nullable Hop hop, @Nullable ListQuery query) {
        this.shown = shown;
        this.call = call;
        this.field = field;
        this.hop = hop;
        this.query = query;
    }

    String shown() {
        return shown;
    }

    FieldCall call() {
        return call;
    }

    FieldSchema field() {
        return field;
    }

    @Nullable
    Hop hop() {
        return hop;
    }

    @Nullable
    ListQuery query() {
        return query;
    }

    /** What is shown of the rows that it leads to; null for their keys. */
    @Nullable
    FieldTree into() {
        return into;
    }

    void grow(FieldTree tree) {
        this.into = tree;
    }

    boolean isMany() {
        return hop != null && hop.toMany() && call.function() == null;
    }
}
