package io.dataflows.engine.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.admit.Admitted;
import io.dataflows.engine.json.AccountabilityJson;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.secret.Redactor;
import io.dataflows.engine.secret.RunSecrets;
import io.dataflows.model.error.Fault;
import io.dataflows.model.run.FlowObject;
import io.dataflows.model.run.RunReport;
import io.dataflows.model.run.StepRun;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.RunChain;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The document of a run: {@code {trigger, accountability, env, steps:[…], finish_rule}}, redacted. It holds each value
 * once; {@link #withData} gives the whole Flow Object again.
 */
public final class RunDocuments {

    private final Redactor redactor;

    private RunDocuments(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The document of a run that hasn't begun. */
    static ObjectNode of(Admitted admitted, RunSecrets secrets) {
        RunDocuments documents = new RunDocuments(secrets.redactor());
        ObjectNode document = documents.of(admitted.trigger(), admitted.accountability(), Json.object());
        document.putArray("steps");
        return document;
    }

    /** The same with {@code chain}: {@code {first, depth}}, where it stands among the runs that started one another. */
    static ObjectNode of(Promise promise) {
        ObjectNode document = of(promise.admitted(), promise.secrets());
        RunChain chain = promise.admitted().chain();
        document.putObject("chain").put("first", chain.first().toString()).put("depth", chain.depth());
        return document;
    }

    /** The document of a run that ended: only now all of its secrets are known, also those of its first steps. */
    static ObjectNode of(RunReport report, RunSecrets secrets) {
        report.steps().forEach(step -> secrets.find(step.output(), step.key()));
        RunDocuments documents = new RunDocuments(secrets.redactor());
        JsonNode env = redacted(secrets.envRedactor(), FlowObject.ENV, report.env());
        ObjectNode document = documents.of(report.trigger(), report.accountability(), env);
        ArrayNode steps = document.putArray("steps");
        report.steps().forEach(step -> steps.add(documents.step(step)));
        document.put("finish_rule", report.finishRule());
        return document;
    }

    private ObjectNode of(JsonNode trigger, @Nullable Accountability who, JsonNode env) {
        ObjectNode document = Json.object();
        document.set("trigger", redacted(redactor, FlowObject.TRIGGER, trigger));
        document.set("accountability", redactor.redactValues(AccountabilityJson.of(who)));
        document.set("env", env);
        return document;
    }

    /** Adds {@code data}: the Flow Object as it was at the end. */
    public static ObjectNode withData(ObjectNode document) {
        FlowObject data =
                new FlowObject(document.path("trigger"), document.path("accountability"), document.path("env"));
        document.path("steps").forEach(step -> data.record(step.path("key").asText(), step.path("output")));
        ObjectNode whole = Json.object();
        whole.setAll(document);
        whole.set("data", data.toJson());
        return whole;
    }

    private ObjectNode step(StepRun run) {
        ObjectNode step = Json.object();
        step.put("operation", run.step().toString());
        step.put("key", run.key());
        step.put("type", run.type());
        step.put("status", run.status().text());
        step.set("options", run.options() == null ? null : redactor.redactValues(run.options()));
        step.set("output", redacted(redactor, run.key(), run.output()));
        step.set("error", run.fault() == null ? null : error(run.fault()));
        step.put("rule", run.rule());
        step.put("started_at", run.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        step.put("duration_ms", run.duration().toNanos() / 1000 / 1000.0);
        step.put("attempt", run.attempt());
        return step;
    }

    private ObjectNode error(Fault fault) {
        ObjectNode error = Json.object();
        error.put("code", redactor.maskText(fault.code()));
        error.put("kind", fault.kind().name().toLowerCase(java.util.Locale.ROOT));
        error.put("status", fault.status());
        error.put("message", redactor.maskText(fault.message()));
        error.put("hint", fault.hint() == null ? null : redactor.maskText(fault.hint()));
        error.set("extensions", redactor.redactValues(fault.extensions()));
        return error;
    }

    /** Masks by path as well: a rule may ask for the name above the value. */
    private static JsonNode redacted(Redactor redactor, String name, JsonNode value) {
        ObjectNode wrapper = Json.object();
        wrapper.set(name, value);
        return redactor.redactData(wrapper).path(name);
    }
}
