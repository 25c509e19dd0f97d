package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.blackbox.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Hostile bodies for flows that use them in templates, filters and scripts: every one is answered, and tells nothing. */
final class HostileInputIT extends OutsideTest {

    private static final System.Logger LOG = System.getLogger(HostileInputIT.class.getName());

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int BODIES = 1_500;
    private static final int THREADS = 4;

    /** The value of a variable that flows may read, which no step here asks for. */
    private static final String CANARY = "sup3rs3cretvalue";

    private static final List<String> TRACES = List.of(
            CANARY,
            System.getProperty("admin.token"),
            System.getProperty("admin.password"),
            "java.",
            "org.graalvm",
            "io.dataflows",
            "\\tat ",
            "\tat ");

    private static final String TRANSFORM =
            """
            {"json": {"{{ $trigger.body.text }}": "{{ $trigger.body.text }}", "a": ["{{ $trigger.body }}",
              "{{ $trigger.body.list[0].constructor }}", "{{ $trigger.body['__proto__'].x }}",
              "{{ $trigger.query.x }} and {{ $trigger.body.o.a }}"]}}""";

    private static final String CONDITION =
            """
            {"filter": {"$trigger": {"body": {"_or": [
              {"value": {"_eq": "{{ $trigger.body.text }}"}}, {"value": {"_in": "{{ $trigger.body.list }}"}},
              {"value": {"_regex": "{{ $trigger.body.text }}"}}, {"value": {"_gt": "{{ $trigger.body.text }}"}},
              {"text": {"_contains": "{{ $trigger.body.value }}"}}, {"o": {"_some": {"_eq": "{{ $trigger.body.o }}"}}},
              {"year(text)": {"_lt": "{{ $trigger.body.value }}"}}]}}}}""";

    private static final String SCRIPT =
            """
            {"code": "module.exports = async function(data) { const text = '{{ $trigger.body.text }}'; \
            return { text, body: data.$trigger.body, keys: Object.keys(data.$trigger) }; }"}""";

    @Test
    void answersEveryHostileBodyAndTellsNothing() throws Exception {
        List<UUID> flows = List.of(flow("transform", TRANSFORM), flow("condition", CONDITION), flow("exec", SCRIPT));
        List<Callable<String>> calls = new ArrayList<>();
        HostileBodies bodies = new HostileBodies();
        for (int i = 0; i < BODIES; i++) {
            UUID flow = flows.get(i % flows.size());
            HostileBodies.Body body = bodies.next(i);
            calls.add(() -> call(flow, body));
        }

        List<String> complaints = complaints(calls);

        LOG.log(System.Logger.Level.INFO, "Hostile bodies: {0}", calls.size());
        assertThat(complaints).isEmpty();
        assertThat(anyone.get("/server/ping").text()).isEqualTo("pong");
    }

    private UUID flow(String type, String options) {
        UUID id = UUID.randomUUID();
        String trigger = "{\"method\": \"POST\", \"return\": \"$last\"}";
        assertThat(administrator
                        .post("/flows", Drafts.single(id, trigger, type, options))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private static List<String> complaints(List<Callable<String>> calls) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> complaints = new ArrayList<>();
            for (Future<String> complaint : pool.invokeAll(calls)) {
                if (!complaint.get().isEmpty()) {
                    complaints.add(complaint.get());
                }
            }
            return complaints;
        } finally {
            pool.shutdown();
        }
    }

    /** What is wrong with the answer; empty where nothing is. */
    private String call(UUID flow, HostileBodies.Body body) {
        var request = anyone.request("/flows/trigger/" + flow)
                .timeout(LIMIT)
                .setHeader("Content-Type", body.type())
                .POST(BodyPublishers.ofString(body.text()));
        try {
            return complaint(body, anyone.send(request));
        } catch (AssertionError unanswered) {
            return body.shown() + " got no answer: " + unanswered.getCause();
        }
    }

    private static String complaint(HostileBodies.Body body, Answer answer) {
        if (answer.status() >= 500) {
            return body.shown() + " got " + answer.status() + ": " + answer.text();
        }
        for (String trace : TRACES) {
            // What the caller said itself may come back.
            if (answer.text().contains(trace) && !body.text().contains(trace)) {
                return body.shown() + " was told of \"" + trace + "\": " + answer.text();
            }
        }
        return "";
    }
}
