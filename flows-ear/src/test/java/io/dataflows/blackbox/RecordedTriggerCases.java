package io.dataflows.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.json.Vectors;
import io.dataflows.engine.recorded.Placeholders;
import io.dataflows.engine.recorded.Placeholders.Ordered;
import io.dataflows.engine.recorded.RecordedCase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Calls of webhook, manual and sub-flow triggers, recorded on another product and sent to a server. */
final class RecordedTriggerCases {

    private static final Set<String> GROUPS = Set.of("webhook", "manual", "event");

    /** What isn't run here, by group or by name, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "schedule", "nothing wakes schedules yet",
            "operation", "says nothing of its flow: a test of its own sends the calls",
            "editor permissions", "restricted accounts can't be made over HTTP yet");

    /** Events that nothing raises yet, and callers who can't be made over HTTP yet. */
    private static final Set<String> EVENTS_LEFT_OUT = Set.of(
            "action forbidden create by editor",
            "filter forbidden create by editor",
            "filter error by anonymous or editor hides details",
            // Whether the answer shows what an action flow did meanwhile is a matter of time.
            "action reads the new row",
            "action auth.login good and bad",
            "items.sort ignores collections",
            "filter request.not_found",
            "filter request.error",
            "filter database.error",
            "filter authenticate",
            "action response",
            "filter email.send");

    private final Caller anyone;
    private final Caller administrator;
    private final RecordedServer server;
    private final Placeholders people;
    private final RecordedItems items;
    private final List<String> differences = new ArrayList<>();
    private int compared;
    private int leftOut;

    RecordedTriggerCases(Caller anyone, Caller administrator, Placeholders people) {
        this.anyone = anyone;
        this.administrator = administrator;
        this.server = new RecordedServer(anyone, administrator);
        this.people = people;
        this.items = new RecordedItems(administrator);
    }

    /** Runs all cases and tells each difference; the empty list is success. */
    List<String> run() {
        for (JsonNode recorded : Vectors.read("trigger_cases.json").path("cases")) {
            if (isLeftOut(recorded)) {
                leftOut++;
            } else {
                compare(recorded);
            }
        }
        System.out.println("Recorded trigger cases: " + compared + " run, " + leftOut + " left out: " + LEFT_OUT);
        return List.copyOf(differences);
    }

    /** @throws IllegalStateException for a case that is neither run nor left out for a reason */
    private static boolean isLeftOut(JsonNode recorded) {
        String group = recorded.path("group").asText();
        boolean out = EVENTS_LEFT_OUT.contains(recorded.path("name").asText())
                || LEFT_OUT.containsKey(group)
                || LEFT_OUT.containsKey(recorded.path("name").asText());
        if (!out && !GROUPS.contains(group)) {
            throw new IllegalStateException("Nobody runs " + recorded.path("name"));
        }
        return out;
    }

    int compared() {
        return compared;
    }

    private void compare(JsonNode recorded) {
        compared++;
        boolean event = recorded.path("group").asText().equals("event");
        if (event) {
            items.reset();
        }
        Placeholders known = people.copy();
        UUID flow = UUID.randomUUID();
        known.bind("<flow>", flow.toString());
        server.save(RecordedCase.draft(
                flow, recorded.path("flow"), TextNode.valueOf("a"), recorded.path("operations"), known));
        recorded.path("calls").forEach(call -> compare(recorded, call, flow, known));
        recorded.path("requests").forEach(call -> compare(recorded, call, flow, known));
        int count = event ? recorded.path("runs").size() : recorded.path("runs").asInt();
        List<JsonNode> runs = server.runsOnceThereAre(count, flow);
        check(recorded, "runs", count, runs.size());
        if (event) {
            administrator.delete("/flows/" + flow);
            compareRuns(recorded, runs, known);
        }
        compareTrigger(recorded, "lastTrigger", runs, known);
        compareTrigger(recorded, "firstTrigger", runs, known);
    }

    private void compareRuns(JsonNode recorded, List<JsonNode> runs, Placeholders known) {
        for (int i = 0; i < recorded.path("runs").size() && i < runs.size(); i++) {
            JsonNode expected = recorded.path("runs").path(i).path("trigger");
            JsonNode trigger = runs.get(runs.size() - 1 - i).path("data").path("$trigger");
            if (!known.matches(expected, trigger, Ordered.ALL)) {
                differ(recorded, "$trigger of run " + i, expected, trigger);
            }
        }
    }

    private void compareTrigger(JsonNode recorded, String member, List<JsonNode> runs, Placeholders known) {
        JsonNode expected = recorded.path(member);
        if (expected.isObject() && !runs.isEmpty()) {
            JsonNode run = member.startsWith("first") ? runs.get(runs.size() - 1) : runs.get(0);
            JsonNode trigger = run.path("data").path("$trigger");
            if (!known.matches(expected, trigger, Ordered.ALL)) {
                differ(recorded, member, expected, trigger);
            }
        }
    }

    private void compare(JsonNode recorded, JsonNode call, UUID flow, Placeholders known) {
        Caller.Answer answer = send(call.path("request"), flow);
        JsonNode expected = call.path("response");
        check(
                recorded,
                "status of " + call.path("request"),
                expected.path("status").asInt(),
                answer.status());
        JsonNode body = body(answer);
        boolean empty = expected.path("body").asText().equals("<<empty>>");
        if (empty ? !body.isMissingNode() : !known.matches(expected.path("body"), body, Ordered.ALL)) {
            differ(recorded, "answer to " + call.path("request"), expected.path("body"), body);
        }
    }

    private Caller.Answer send(JsonNode request, UUID flow) {
        String path = request.path("path").asText("/flows/trigger/{id}").replace("{id}", flow.toString());
        String query = request.path("query").asText("");
        Caller caller =
                switch (request.path("auth").asText("admin")) {
                    case "admin", "null" -> administrator;
                    case "none" -> anyone;
                    default -> anyone.bearing(request.path("auth").asText());
                };
        var builder = caller.request(query.isEmpty() ? path : path + "?" + RecordedRestCases.encoded(query));
        request.path("headers")
                .properties()
                .forEach(header ->
                        builder.header(header.getKey(), header.getValue().asText()));
        JsonNode body = request.path("body");
        String text = body.isMissingNode() || body.isNull() ? "" : JsonText.write(body);
        return caller.send(builder.method(request.path("method").asText(), BodyPublishers.ofString(text)));
    }

    private static JsonNode body(Caller.Answer answer) {
        if (answer.text().isEmpty()) {
            return MissingNode.getInstance();
        }
        String type = answer.response().headers().firstValue("content-type").orElse("");
        return type.contains("json") ? answer.json() : TextNode.valueOf(answer.text());
    }

    private void check(JsonNode recorded, String part, int expected, int actual) {
        if (expected != actual) {
            differ(recorded, part, expected, actual);
        }
    }

    private void differ(JsonNode recorded, String part, Object expected, Object actual) {
        differences.add(recorded.path("name").asText() + ", " + part + ": expected " + expected + " but was " + actual);
    }
}
