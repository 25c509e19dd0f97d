package io.dataflows.web.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.query.Rows;
import io.dataflows.model.run.RunRecord;
import io.dataflows.web.http.Values;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs as clients know them: an activity each, and a revision where the flow keeps all. Both have the run's number. */
final class LogRows implements Rows {
    static final String ACTIVITY_NAME = "directus_activity";
    static final String REVISION_NAME = "directus_revisions";

    static final Collection ACTIVITY = new Collection(
            ACTIVITY_NAME,
            List.of(
                    Field.of("id", FieldType.INTEGER),
                    Field.of("action", FieldType.STRING),
                    Field.of("user", FieldType.UUID),
                    Field.of("timestamp", FieldType.TIMESTAMP),
                    Field.of("ip", FieldType.STRING),
                    Field.of("user_agent", FieldType.TEXT),
                    Field.of("collection", FieldType.STRING),
                    Field.of("item", FieldType.STRING),
                    Field.of("origin", FieldType.STRING),
                    Field.toMany("revisions", REVISION_NAME)));

    static final Collection REVISION = new Collection(
            REVISION_NAME,
            List.of(
                    Field.of("id", FieldType.INTEGER),
                    new Field("activity", FieldType.INTEGER, ACTIVITY_NAME),
                    Field.of("collection", FieldType.STRING),
                    Field.of("item", FieldType.STRING),
                    Field.of("data", FieldType.JSON),
                    Field.of("delta", FieldType.JSON),
                    Field.of("parent", FieldType.INTEGER),
                    Field.of("version", FieldType.UUID)));

    private final List<RunRecord> runs;

    LogRows(List<RunRecord> runs) {
        this.runs = List.copyOf(runs);
    }

    @Override
    public Collection collection(String name) {
        return name.equals(ACTIVITY_NAME) ? ACTIVITY : REVISION;
    }

    @Override
    public List<ObjectNode> all(String collection) {
        boolean activity = collection.equals(ACTIVITY_NAME);
        return runs.stream()
                .filter(run -> activity || hasRevision(run))
                .map(run -> activity ? activity(run) : revision(run))
                .toList();
    }

    @Override
    public Optional<ObjectNode> find(String collection, String id) {
        boolean activity = collection.equals(ACTIVITY_NAME);
        return runs.stream()
                .filter(run -> String.valueOf(run.number()).equals(id))
                .findFirst()
                .map(run -> activity ? activity(run) : revision(run));
    }

    private static ObjectNode activity(RunRecord run) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", run.number());
        row.put("action", RunCriteria.ACTION);
        row.set("user", Values.text(run.user()));
        row.set("timestamp", Values.text(run.startedAt()));
        row.set("ip", Values.text(run.ip()));
        row.set("user_agent", Values.text(run.userAgent()));
        row.put("collection", RunCriteria.FLOWS);
        row.put("item", run.flow().toString());
        row.set("origin", Values.text(run.origin()));
        ArrayNode revisions = row.putArray("revisions");
        if (hasRevision(run)) {
            revisions.add(run.number());
        }
        return row;
    }

    private static ObjectNode revision(RunRecord run) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", run.number());
        row.put("activity", run.number());
        row.put("collection", RunCriteria.FLOWS);
        row.put("item", run.flow().toString());
        row.set("data", data(run.document()));
        row.putNull("delta");
        row.putNull("parent");
        row.putNull("version");
        return row;
    }

    /** Steps with the members that clients know, and the Flow Object. */
    private static JsonNode data(@Nullable JsonNode document) {
        if (document == null) {
            return NullNode.getInstance();
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = data.putArray("steps");
        for (JsonNode step : document.path("steps")) {
            ObjectNode known = steps.addObject();
            for (String name : List.of("operation", "key", "status", "options")) {
                known.set(name, Values.value(step.get(name)));
            }
        }
        return data.set("data", Values.value(document.get("data")));
    }

    private static boolean hasRevision(RunRecord run) {
        return run.journal() == JournalPolicy.ALL;
    }
}
