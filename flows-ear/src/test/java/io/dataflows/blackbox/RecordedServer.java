package io.dataflows.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.recorded.RecordedCase;
import io.dataflows.engine.recorded.RecordedProduct;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that runs recorded flows, called over HTTP. */
final class RecordedServer implements RecordedProduct {

    private static final Set<String> RECORDED_HEADERS = Set.of("authorization", "content-type", "cookie", "x-key");
    private static final Set<String> CALL = Set.of("path", "query", "body", "method", "headers");

    private final Caller anyone;
    private final Caller administrator;

    RecordedServer(Caller anyone, Caller administrator) {
        this.anyone = anyone;
        this.administrator = administrator;
    }

    @Override
    public void begin(RecordedCase recorded) {
        // Cases that change items don't run here yet.
    }

    @Override
    public void save(ObjectNode draft) {
        administrator.post("/flows", JsonText.write(draft)).data();
    }

    @Override
    public Answer call(String auth, String method, UUID flow, JsonNode body) {
        Caller caller = auth.equals("admin") ? administrator : anyone;
        var answer = caller.send(
                caller.request("/flows/trigger/" + flow).method(method, BodyPublishers.ofString(JsonText.write(body))));
        JsonNode value = answer.text().isEmpty() ? MissingNode.getInstance() : asRecorded(answer.json());
        return new Answer(answer.status(), value);
    }

    @Override
    public List<JsonNode> runs(UUID flow) {
        List<JsonNode> runs = new ArrayList<>();
        administrator
                .get("/revisions?filter[collection][_eq]=directus_flows&filter[item][_eq]=" + flow
                        + "&fields=data&sort=-id")
                .data()
                .forEach(row -> runs.add(asRecorded(row.path("data"))));
        return runs;
    }

    /** The runs of a flow as soon as there are so many, or what there is after a while: some go on by themselves. */
    List<JsonNode> runsOnceThereAre(int count, UUID flow) {
        List<JsonNode> runs = runs(flow);
        for (int attempt = 0; runs.size() < count && attempt < 100; attempt++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            runs = runs(flow);
        }
        return runs;
    }

    @Override
    public JsonNode after(RecordedCase recorded, UUID flow) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var rows = answer.putArray("data");
        administrator
                .get("/activity?filter[item][_eq]=" + flow
                        + "&fields=action,collection,item,user,ip,user_agent,origin,revisions")
                .data()
                .forEach(row -> rows.add(((ObjectNode) row).<ObjectNode>set("user_agent", NullNode.getInstance())));
        return answer;
    }

    /** Without what only this test's own HTTP client sends. */
    private static JsonNode asRecorded(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), asRecorded(member.getValue())));
            if (object.has("roles")) {
                object.remove("userAgent");
            }
            if (CALL.stream().allMatch(object::has) && object.path("headers").isObject()) {
                ((ObjectNode) object.path("headers")).retain(RECORDED_HEADERS);
            }
            return object;
        }
        if (value.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> list.add(asRecorded(element)));
            return list;
        }
        return value;
    }
}
