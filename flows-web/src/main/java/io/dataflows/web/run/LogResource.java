package io.dataflows.web.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.RunHistory;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.run.RunRecord;
import io.dataflows.web.collection.SearchQueries;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.Search;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The calls that activity and revisions answer alike: two views of the runs that ended. */
public abstract class LogResource {
    @Inject
    RunHistory history;

    @Inject
    RunLists lists;

    @Inject
    SearchQueries searches;

    /** What one row shows. */
    abstract RunLists.Shape shape();

    /** What the rows of a list show; more costs more to load. */
    RunLists.Shape shapeFor(ListQuery query) {
        return shape();
    }

    @GET
    public Response list(@BeanParam ApiCall call) {
        return list(call.parameters(), call);
    }

    @Search
    public Response search(InputStream body, @BeanParam ApiCall call) {
        return list(searches.query(body, call), call);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @BeanParam ApiCall call) {
        ListQuery query = lists.parse(call.parameters());
        RunRecord run = new EndedRuns(history).numbered(id).orElseThrow(Refusals::forbidden);
        return Answers.data(lists.show(query, run, shape(), call.who()));
    }

    private Response list(ObjectNode parameters, ApiCall call) {
        ListQuery query = lists.parse(parameters);
        return Answers.json(lists.list(query, shapeFor(query), call.who()));
    }
}
