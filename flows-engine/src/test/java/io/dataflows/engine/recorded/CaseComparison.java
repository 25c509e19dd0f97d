package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.recorded.Placeholders.Ordered;
import io.dataflows.engine.recorded.RecordedProduct.Answer;
import java.util.List;

/** Compares what came of one case with what was recorded. */
final class CaseComparison {

    private final RecordedCase recorded;
    private final Placeholders known;
    private final List<Difference> differences;

    CaseComparison(RecordedCase recorded, Placeholders known, List<Difference> differences) {
        this.recorded = recorded;
        this.known = known;
        this.differences = differences;
    }

    void answer(Answer answer) {
        JsonNode expected = recorded.json().path("expected");
        JsonNode body =
                expected.path("body").asText().equals("<<empty>>") ? MissingNode.getInstance() : expected.path("body");
        if (expected.path("status").asInt() != answer.status() || !same(body, answer.body())) {
            differ("answer", expected, answer);
        }
    }

    void run(List<JsonNode> runs) {
        JsonNode expected = recorded.json().path("run");
        if (expected.isNull()) {
            check("runs", 0, runs.size());
        } else if (runs.size() != 1) {
            differ("runs", 1, runs.size());
        } else {
            steps(expected.path("steps"), runs.get(0).path("steps"));
            data(expected.path("data"), runs.get(0).path("data"));
        }
    }

    void otherRuns(int count) {
        check("runs of the other flow", recorded.json().path("otherRuns").asInt(), count);
    }

    void outgoing(List<JsonNode> requests) {
        list("outgoing", recorded.json().path("outgoing"), requests);
    }

    void mails(List<JsonNode> mails) {
        list("mails", recorded.json().path("mails"), mails);
    }

    void after(JsonNode rows) {
        JsonNode expected = recorded.json().path("after");
        if (!same(expected, rows)) {
            differ("after", expected, rows);
        }
    }

    private void steps(JsonNode expected, JsonNode actual) {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        for (JsonNode step : actual) {
            ObjectNode shown = JsonNodeFactory.instance.objectNode();
            List.of("key", "status", "options").forEach(member -> shown.set(member, step.path(member)));
            steps.add(shown);
        }
        if (!same(true, expected, steps)) {
            differ("steps", expected, steps);
        }
    }

    /** The cases leave members out that say nothing new: what they have is compared, and that no step is lost. */
    private void data(JsonNode expected, JsonNode actual) {
        expected.properties().forEach(member -> {
            if (!same(true, member.getValue(), actual.path(member.getKey()))) {
                differ("data", member.getValue(), actual.path(member.getKey()));
            }
        });
        actual.fieldNames().forEachRemaining(key -> {
            if (!key.startsWith("$") && !expected.has(key)) {
                differ("data", "nothing under " + key, actual.path(key));
            }
        });
    }

    private void list(String part, JsonNode expected, List<JsonNode> actual) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(actual);
        JsonNode wanted = expected.isArray() ? expected : JsonNodeFactory.instance.arrayNode();
        if (!same(wanted, all)) {
            differ(part, wanted, all);
        }
    }

    private boolean same(JsonNode expected, JsonNode actual) {
        return same(false, expected, actual);
    }

    /** @param stored whether secrets are masked there */
    private boolean same(boolean stored, JsonNode expected, JsonNode actual) {
        return expected.isMissingNode()
                ? actual.isMissingNode()
                : known.matches(
                        Words.prepared(recorded, stored, expected, actual), Words.withoutExtras(actual), Ordered.ALL);
    }

    private void check(String part, int expected, int actual) {
        if (expected != actual) {
            differ(part, expected, actual);
        }
    }

    private void differ(String part, Object expected, Object actual) {
        if (!Differences.isOnPurpose(recorded, part)) {
            differences.add(new Difference(recorded, part, expected, actual));
        }
    }
}
