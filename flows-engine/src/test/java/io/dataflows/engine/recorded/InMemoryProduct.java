package io.dataflows.engine.recorded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.FlowEngineBuilder;
import io.dataflows.engine.FlowEngineBuilder.Wired;
import io.dataflows.engine.journal.RunDocuments;
import io.dataflows.engine.json.Json;
import io.dataflows.engine.port.WorkQueue;
import io.dataflows.engine.testkit.InMemoryFlowStore;
import io.dataflows.engine.testkit.InMemoryItemStore;
import io.dataflows.engine.testkit.InMemoryNotifier;
import io.dataflows.engine.testkit.InMemoryRunStore;
import io.dataflows.engine.testkit.RecordedFixtures;
import io.dataflows.engine.testkit.ThreadWorkQueue;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.reply.Reply;
import io.dataflows.model.run.RunQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.WebhookCall;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** The engine with stores in memory, on real threads. */
public final class InMemoryProduct implements RecordedProduct, AutoCloseable {

    private static final Set<String> CHANGE_ITEMS = Set.of("items", "notification");

    private final ThreadWorkQueue queue = new ThreadWorkQueue();
    private final BiFunction<FlowEngineBuilder, WorkQueue, FlowEngineBuilder> wiring;
    private RecordedFixtures fixtures;
    private Wired engine;

    /** @param wiring adds settings and capabilities */
    public InMemoryProduct(BiFunction<FlowEngineBuilder, WorkQueue, FlowEngineBuilder> wiring) {
        this.wiring = wiring;
        open();
    }

    @Override
    public void begin(RecordedCase recorded) {
        if (CHANGE_ITEMS.contains(recorded.group())) {
            engine.close();
            open();
        }
    }

    /** What people are told by mail of their notifications. */
    @Override
    public List<JsonNode> mails() {
        List<JsonNode> mails = new ArrayList<>();
        for (var sent : fixtures.notifier().mails()) {
            ObjectNode mail = Json.object();
            mail.put("from", "MAIL FROM:<flows@example.com>");
            mail.putArray("rcpt").add("RCPT TO:<" + sent.to() + ">");
            mail.put("subject", sent.subject()).put("to", sent.to());
            mail.put("fromHeader", "Directus <flows@example.com>").put("body", String.valueOf(sent.message()));
            mails.add(mail);
        }
        return mails;
    }

    private void open() {
        fixtures = new RecordedFixtures(Clock.systemUTC());
        engine = wiring.apply(fixtures.install(new FlowEngineBuilder()), queue)
                .flows(new InMemoryFlowStore())
                .runs(new InMemoryRunStore())
                .queue(queue)
                .build();
    }

    @Override
    public void save(ObjectNode draft) {
        engine.library().createFlows(List.of(draft), RecordedFixtures.ADMIN);
    }

    @Override
    public Answer call(String auth, String method, UUID flow, JsonNode body) {
        Accountability caller = RecordedFixtures.caller(auth);
        ObjectNode headers = Json.object();
        if (!auth.equals("none")) {
            headers.put("authorization", "Bearer " + auth + "token");
        }
        headers.put("content-type", "application/json");
        byte[] raw = Json.write(body).getBytes(StandardCharsets.UTF_8);
        var call = new WebhookCall(flow, method, "/trigger/" + flow, Json.object(), body, headers, raw, caller);
        return answer(engine.engine().handle(call).toCompletableFuture().join(), caller);
    }

    @Override
    public List<JsonNode> runs(UUID flow) {
        List<JsonNode> documents = new ArrayList<>();
        for (RunRecord run : records(flow)) {
            if (run.document() != null) {
                documents.add(RunDocuments.withData((ObjectNode) run.document()));
            }
        }
        return documents;
    }

    @Override
    public JsonNode after(RecordedCase recorded, UUID flow) {
        return recorded.group().equals("engine")
                ? activity(flow)
                : rows(recorded.json().path("after"));
    }

    /** The rows of the collection that the case looks at, with the members that it looks at. */
    private JsonNode rows(JsonNode expected) {
        JsonNode first = expected.path(0);
        String collection = first.has("email")
                ? RecordedFixtures.USERS
                : first.has("action")
                        ? InMemoryItemStore.ACTIVITY
                        : first.has("recipient") ? InMemoryNotifier.COLLECTION : RecordedFixtures.ARTICLES;
        boolean none = expected.isEmpty();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode row : fixtures.items().rows(none ? InMemoryNotifier.COLLECTION : collection)) {
            List<String> members = new ArrayList<>();
            first.fieldNames().forEachRemaining(members::add);
            boolean fixture = first.has("email") && !row.path("email").equals(first.path("email"));
            if (!fixture) {
                rows.add(row.deepCopy().retain(members));
            }
        }
        return rows;
    }

    /** What is kept of a run that leaves no document. */
    private JsonNode activity(UUID flow) {
        ObjectNode answer = Json.object();
        var rows = answer.putArray("data");
        for (RunRecord run : records(flow)) {
            ObjectNode row = rows.addObject();
            row.put("action", "run").put("collection", "directus_flows");
            row.put("item", flow.toString());
            row.put("user", run.user() == null ? null : run.user().toString());
            row.put("ip", run.ip());
            row.put("user_agent", run.userAgent()).put("origin", run.origin());
            row.putArray("revisions");
        }
        return answer;
    }

    @Override
    public void close() {
        engine.close();
        queue.close();
    }

    private List<RunRecord> records(UUID flow) {
        return engine.history()
                .runs(new RunQuery(flow, List.of(), List.of(), null, null, false, null, null, true, -1, 0, true));
    }

    /** As the web module answers. */
    private static Answer answer(Reply reply, Accountability caller) {
        return reply.fold(
                answered -> value(answered.value()),
                accepted -> nothing(),
                refused -> refused(refused.fault(), caller.admin()));
    }

    private static Answer value(JsonNode value) {
        boolean nothing = value == null
                || value.isNull()
                || value.isMissingNode()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && value.decimalValue().signum() == 0
                || value.isTextual() && value.textValue().isEmpty();
        return nothing ? nothing() : new Answer(200, asRead(value));
    }

    private static Answer nothing() {
        return new Answer(204, MissingNode.getInstance());
    }

    private static Answer refused(Fault fault, boolean detailed) {
        ObjectNode envelope = Json.object();
        var errors = envelope.putArray("errors");
        for (Fault cause : fault.each()) {
            boolean hidden = !detailed && cause.code().equals(ErrorCode.INTERNAL_SERVER_ERROR.name());
            ObjectNode error = errors.addObject();
            error.put("message", hidden ? "An unexpected error occurred." : cause.message());
            ObjectNode extensions = error.putObject("extensions");
            extensions.setAll(cause.extensions());
            extensions.put("code", cause.code());
        }
        return new Answer(fault.each().get(0).status(), envelope);
    }

    /** As the caller reads it: a fault shows only what its JSON shows. */
    private static JsonNode asRead(JsonNode value) {
        try {
            return Json.read(Json.write(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
