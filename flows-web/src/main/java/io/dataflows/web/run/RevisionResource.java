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
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/** Runs that ended and were kept whole, as the revisions that clients know. */
@Path("/revisions")
@OfCollection(LogRows.REVISION_NAME)
@Dependent
public class RevisionResource {
    private static final RunLists.Shape SHAPE = new RunLists.Shape(
            LogRows.REVISION,
            LogRows::new,
            Map.ofEntries(
                    Map.entry("id", RunColumn.NUMBER),
                    Map.entry("activity", RunColumn.NUMBER),
                    Map.entry("activity.id", RunColumn.NUMBER),
                    Map.entry("activity.action", RunColumn.ACTION),
                    Map.entry("activity.collection", RunColumn.COLLECTION),
                    Map.entry("activity.item", RunColumn.FLOW),
                    Map.entry("activity.user", RunColumn.USER),
                    Map.entry("activity.timestamp", RunColumn.STARTED),
                    Map.entry("collection", RunColumn.COLLECTION),
                    Map.entry("item", RunColumn.FLOW)),
            EndedRuns.STATUSES,
            Set.of("id", "activity", "activity.timestamp"),
            false,
            true,
            true);

    @Inject
    RunHistory history;

    @Inject
    RunLists lists;

    @Inject
    SearchQueries searches;

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
        return Answers.data(lists.show(query, run, SHAPE, call.who()));
    }

    private Response list(ObjectNode parameters, ApiCall call) {
        ListQuery query = lists.parse(parameters);
        return Answers.json(lists.list(query, SHAPE, call.who()));
    }
}
