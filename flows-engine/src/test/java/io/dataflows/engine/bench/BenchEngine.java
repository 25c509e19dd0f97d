package io.dataflows.engine.bench;

import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.decide.Decider;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.port.RunStore;
import io.dataflows.engine.testkit.FakeClock;
import io.dataflows.engine.testkit.FakeWorkQueue;
import io.dataflows.engine.testkit.FlowVerifier;
import io.dataflows.engine.testkit.Flows;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.model.capability.FlowLog;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.trigger.WebhookCall;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An engine whose stores cost nothing, so that the engine itself is measured. */
final class BenchEngine {

    private BenchEngine() {}

    static Wired with(Decider decider, InMemoryFlowStore flows) {
        return new FlowEngineBuilder()
                .decider(decider)
                .flows(flows)
                .runs(new Forgetful())
                .queue(new FakeWorkQueue(new FakeClock()))
                .capability(FlowLog.class, (run, step, message) -> {})
                .build();
    }

    static WebhookCall call(FlowDefinition flow) {
        UUID id = flow.id();
        return new WebhookCall(
                id,
                "POST",
                "/trigger/" + id,
                Json.object(),
                Flows.json(
                        "{\"id\": 4711, \"total\": 12.5, \"n\": 100, \"items\": [{\"sku\": \"a\"}, {\"sku\": \"b\"}]}"),
                Json.object().put("content-type", "application/json").put("user-agent", "bench"),
                new byte[0],
                FlowVerifier.ADMIN);
    }

    private static final class Forgetful implements RunStore {

        @Override
        public List<RunRecord> saveJoined(List<RunRecord> records) {
            return save(records);
        }

        @Override
        public List<RunRecord> save(List<RunRecord> records) {
            return records;
        }

        @Override
        public void delete(RunId id) {}

        @Override
        public Optional<RunRecord> find(RunId id) {
            return Optional.empty();
        }

        @Override
        public List<RunRecord> find(RunQuery query) {
            return List.of();
        }

        @Override
        public long count(RunQuery query) {
            return 0;
        }
    }
}
