package io.dataflows.web.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.flow.JournalPolicy;
import io.dataflows.model.query.Collection;
import io.dataflows.model.query.Field;
import io.dataflows.model.query.FieldType;
import io.dataflows.model.run.RunRecord;
import io.dataflows.web.http.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run as the API shows it: in lists its outline, alone with its steps and data. */
final class RunView {
    private static final List<Field> OUTLINE_FIELDS = List.of(
            Field.of("id", FieldType.UUID),
            Field.of("number", FieldType.INTEGER),
            Field.of("flow", FieldType.UUID),
            Field.of("flow_revision", FieldType.INTEGER),
            Field.of("trigger", FieldType.STRING),
            Field.of("status", FieldType.STRING),
            Field.of("accountability", FieldType.STRING),
            Field.of("started_at", FieldType.TIMESTAMP),
            Field.of("finished_at", FieldType.TIMESTAMP),
            Field.of("duration_ms", FieldType.INTEGER),
            Field.of("user", FieldType.UUID),
            Field.of("ip", FieldType.STRING),
            Field.of("user_agent", FieldType.TEXT),
            Field.of("origin", FieldType.STRING),
            Field.of("step_count", FieldType.INTEGER),
            Field.of("failed_step", FieldType.STRING),
            Field.of("error", FieldType.TEXT));

    private static final List<Field> DOCUMENT_FIELDS = List.of(
            Field.of("steps", FieldType.JSON),
            Field.of("data", FieldType.JSON),
            Field.of("finish_rule", FieldType.STRING));

    static final Collection OUTLINE = new Collection("runs", OUTLINE_FIELDS);
    static final Collection WHOLE = new Collection("runs", both());

    private RunView() {}

    static boolean isOfDocument(String field) {
        return DOCUMENT_FIELDS.stream().anyMatch(known -> known.name().equals(field));
    }

    static ObjectNode of(RunRecord run) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", run.id().toString());
        row.put("number", run.number());
        row.put("flow", run.flow().toString());
        row.put("flow_revision", run.flowRevision());
        row.put("trigger", run.triggerKind());
        row.put("status", run.status().text());
        row.set("accountability", policy(run.journal()));
        row.set("started_at", Values.text(run.startedAt()));
        row.set("finished_at", Values.text(run.finishedAt()));
        row.set("duration_ms", duration(run));
        row.set("user", Values.text(run.user()));
        row.set("ip", Values.text(run.ip()));
        row.set("user_agent", Values.text(run.userAgent()));
        row.set("origin", Values.text(run.origin()));
        row.put("step_count", run.steps());
        row.set("failed_step", Values.text(run.failedStep()));
        row.set("error", Values.text(run.error()));
        JsonNode document = run.document();
        for (Field field : DOCUMENT_FIELDS) {
            row.set(field.name(), Values.value(document == null ? null : document.get(field.name())));
        }
        return row;
    }

    private static List<Field> both() {
        List<Field> fields = new ArrayList<>(OUTLINE_FIELDS);
        fields.addAll(DOCUMENT_FIELDS);
        return fields;
    }

    private static JsonNode policy(JournalPolicy policy) {
        return switch (policy) {
            case ALL -> Values.text("all");
            case ACTIVITY -> Values.text("activity");
            case NOTHING -> NullNode.getInstance();
        };
    }

    private static JsonNode duration(RunRecord run) {
        Instant finished = run.finishedAt();
        return finished == null
                ? NullNode.getInstance()
                : JsonNodeFactory.instance.numberNode(
                        Duration.between(run.startedAt(), finished).toMillis());
    }
}
