package io.dataflows.web.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.JsonText;
import io.dataflows.engine.RunHistory;
import io.dataflows.model.run.RunQuery;
import io.dataflows.web.http.Answers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Whether the server can do its work. Administrators only: it tells what is behind it. */
@Path("/server/health")
@Dependent
public class HealthResource {
    @Inject
    RunHistory history;

    /** {@code {"status": "ok", "checks": {…}}}; a store that doesn't answer makes it a 500. */
    @GET
    public Response health() {
        long began = System.nanoTime();
        history.runs(RunQuery.newest(1));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
        answer.putObject("checks")
                .putArray("store:responseTime")
                .addObject()
                .put("status", "ok")
                .put("componentType", "datastore")
                .put("observedUnit", "ms")
                .put("observedValue", took.toMillis());
        return Answers.text("application/health+json; charset=utf-8", JsonText.write(answer));
    }
}
