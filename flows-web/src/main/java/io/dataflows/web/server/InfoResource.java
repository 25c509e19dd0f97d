package io.dataflows.web.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.ApiLimits;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.security.Open;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** What clients want to know before they begin. */
@Path("/server/info")
@Dependent
public class InfoResource {
    @Inject
    ApiLimits limits;

    /** The project's name; administrators also get the bounds of list calls. */
    @GET
    @Open
    public Response info(@BeanParam ApiCall call) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.putObject("project").put("project_name", "Data Flows");
        if (call.who().admin()) {
            info.putObject("queryLimit")
                    .put("default", limits.queryLimitDefault())
                    .put("max", limits.queryLimitMax());
        }
        return Answers.data(info);
    }
}
