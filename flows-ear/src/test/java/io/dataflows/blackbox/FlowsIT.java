package io.dataflows.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflows.blackbox.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The main path: a flow is created, called, answered and journaled. */
final class FlowsIT extends OutsideTest {

    private static final String POST = "{\"method\": \"POST\"}";

    private final UUID flow = UUID.randomUUID();

    @Test
    void answersAWebhookAndJournalsTheRun() {
        create(Drafts.orders(flow));

        Answer answer = anyone.post("/flows/trigger/" + flow, "{\"total\": 250}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"answer\":\"250 is big\"}");
        JsonNode run = onlyRun();
        assertThat(run.path("status").asText()).isEqualTo("succeeded");
        assertThat(run.at("/steps/0/key").asText()).isEqualTo("check");
        assertThat(run.at("/steps/1/rule").asText()).isEqualTo("orders/check/resolve");
        assertThat(run.at("/steps/1/output/answer").asText()).isEqualTo("250 is big");
        assertThat(run.at("/data/$trigger/body/total").asInt()).isEqualTo(250);
    }

    @Test
    void showsTheRunAsActivityAndRevision() {
        create(Drafts.orders(flow));
        anyone.post("/flows/trigger/" + flow, "{\"total\": 1}");

        JsonNode revisions = administrator
                .get("/revisions?filter[collection][_eq]=directus_flows&filter[item][_eq]=" + flow
                        + "&filter[activity][action][_eq]=run&sort=-id&fields=id,data,activity.timestamp")
                .data();

        assertThat(revisions).hasSize(1);
        assertThat(revisions.at("/0/data/steps/0/status").asText()).isEqualTo("reject");
        assertThat(revisions.at("/0/data/steps/1/options/message").asText()).isEqualTo("small: 1");
        assertThat(revisions.at("/0/activity/timestamp").asText()).isNotEmpty();
    }

    @Test
    void runsMoreRulesThanAServerBuildsAtOnce() {
        for (int length : new int[] {11, 100}) {
            UUID id = UUID.randomUUID();
            create(Drafts.chain(id, length));

            Answer answer = anyone.post("/flows/trigger/" + id, "{}");

            assertThat(answer.text()).isEqualTo("{\"step\":" + (length - 1) + ",\"before\":" + (length - 2) + "}");
        }
    }

    @Test
    void waitsForASleepingRunAndAnswersThen() {
        create(Drafts.single(
                flow, "{\"method\": \"POST\", \"return\": \"$trigger.body\"}", "sleep", "{\"milliseconds\": 400}"));
        Instant before = Instant.now();

        Answer answer = anyone.post("/flows/trigger/" + flow, "{\"a\": 1}");

        assertThat(answer.text()).isEqualTo("{\"a\":1}");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void exportsWhatASleepingRunGivesInAFormatThatItKnowsOnly() {
        create(Drafts.single(
                flow, "{\"method\": \"POST\", \"return\": \"$trigger.body\"}", "sleep", "{\"milliseconds\": 50}"));

        Answer refused = anyone.post("/flows/trigger/" + flow + "?export=xml", "{\"data\": [1]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_QUERY");
        assertThat(total("/runs?filter[flow][_eq]=" + flow)).isZero();
        assertThat(anyone.post("/flows/trigger/" + flow + "?export=json", "{\"data\": [1]}")
                        .text())
                .isEqualTo("[1]");
    }

    @Test
    void refusesACallWithoutAFlowInAnyWay() {
        for (Caller caller : List.of(anyone, administrator)) {
            assertThat(caller.get("/flows/trigger").status()).isEqualTo(403);
            assertThat(caller.post("/flows/trigger", "{}").status()).isEqualTo(403);
            assertThat(caller.post("/flows/trigger/", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void promisesAnAsyncRunAndKeepsThePromise() {
        create(Drafts.single(flow, "{\"method\": \"POST\", \"async\": true}", "transform", "{\"json\": 1}"));

        assertThat(anyone.post("/flows/trigger/" + flow, "{}").status()).isEqualTo(204);

        Instant deadline = Instant.now().plusSeconds(20);
        while (!onlyRun().path("status").asText().equals("succeeded")) {
            assertThat(Instant.now()).as("the run never ended").isBefore(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void givesTheAuthorsErrorToTheCaller() {
        create(Drafts.single(
                flow,
                "{\"method\": \"POST\", \"error_on_reject\": true}",
                "throw-error",
                "{\"code\": \"OUT_OF_STOCK\", \"status\": 422, \"message\": \"No {{ $trigger.body.what }} left\"}"));

        Answer answer = anyone.post("/flows/trigger/" + flow, "{\"what\": \"tea\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/message").asText()).isEqualTo("No tea left");
        assertThat(answer.json().at("/errors/0/extensions/code").asText()).isEqualTo("OUT_OF_STOCK");
        assertThat(onlyRun().path("status").asText()).isEqualTo("failed");
    }

    @Test
    void refusesWhatIsMalformedAndKeepsNothingOfIt() {
        create(Drafts.orders(flow));
        long flows = total("/flows");
        long runs = total("/runs");
        String list = "[{\"name\": \"good\"}, {\"name\": null}]";

        assertThat(administrator.post("/flows", "{\"name\"").status()).isEqualTo(400);
        assertThat(administrator.post("/flows", "\"text\"").status()).isEqualTo(400);
        assertThat(administrator.post("/flows", list).status()).isEqualTo(400);
        assertThat(administrator.post("/flows", "{\"name\": [1]}").status()).isEqualTo(400);
        assertThat(administrator
                        .post("/flows", "{\"name\": \"" + "x".repeat(2 << 20) + "\"}")
                        .status())
                .isEqualTo(400);
        Answer tooLarge = administrator.post("/flows", "{\"name\": \"" + "x".repeat(12 << 20) + "\"}");
        assertThat(tooLarge.json().at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_PAYLOAD");
        assertThat(anyone.post("/flows/trigger/" + flow, "{bad").status()).isEqualTo(400);
        assertThat(anyone.post("/flows/trigger/" + flow, "[" + "1,".repeat(1 << 20) + "1]")
                        .status())
                .isEqualTo(400);
        assertThat(anyone.post("/flows/trigger/" + UUID.randomUUID(), "{}").status())
                .isEqualTo(403);
        assertThat(anyone.get("/flows/trigger/" + flow).status()).isEqualTo(403);
        assertThat(anyone.bearing("nobody").post("/flows/trigger/" + flow, "{}").status())
                .isEqualTo(401);

        assertThat(total("/flows")).isEqualTo(flows);
        assertThat(total("/runs")).isEqualTo(runs);
    }

    @Test
    void answersAndJournalsEveryOneOfManyCallsAtOnce() throws Exception {
        create(Drafts.single(flow, POST, "transform", "{\"json\": {\"n\": \"{{ $trigger.body.n }}\"}}"));
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int n = 0; n < 400; n++) {
                String body = "{\"n\": " + n + "}";
                calls.add(() -> anyone.post("/flows/trigger/" + flow, body));
            }
            List<String> answers = new ArrayList<>();
            for (Future<Answer> answer : pool.invokeAll(calls)) {
                answers.add(answer.get().text());
            }
            for (int n = 0; n < 400; n++) {
                assertThat(answers.get(n)).isEqualTo("{\"n\":" + n + "}");
            }
        } finally {
            pool.shutdown();
        }
        assertThat(total("/runs?filter[flow][_eq]=" + flow)).isEqualTo(400);
    }

    @Test
    void neverShowsFlowsOrRunsToAnyone() {
        create(Drafts.orders(flow));
        for (String path : List.of(
                "/flows",
                "/flows/" + flow,
                "/flows;x=y",
                "/flows/",
                "/%66lows",
                "/operations",
                "/runs",
                "/activity",
                "/revisions",
                "/server/health",
                "/flows/" + flow + "/problems",
                "/operations/types")) {
            assertThat(anyone.get(path).status()).as(path).isIn(401, 403, 404);
        }
        assertThat(anyone.send(anyone.request("/flows").POST(BodyPublishers.ofString("{\"name\": \"x\"}")))
                        .status())
                .isEqualTo(403);
    }

    private void create(String draft) {
        assertThat(administrator.post("/flows", draft).data().path("id").asText())
                .isNotEmpty();
    }

    private JsonNode onlyRun() {
        JsonNode runs = administrator.get("/runs?filter[flow][_eq]=" + flow).data();
        assertThat(runs).hasSize(1);
        return administrator.get("/runs/" + runs.at("/0/id").asText()).data();
    }

    private long total(String path) {
        String separator = path.contains("?") ? "&" : "?";
        return administrator
                .get(path + separator + "limit=1&meta=filter_count")
                .json()
                .at("/meta/filter_count")
                .asLong();
    }
}
