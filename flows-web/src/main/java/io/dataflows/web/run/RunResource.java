package io.dataflows.web.run;

import io.dataflows.engine.RunHistory;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.query.ListQuery;
import io.dataflows.model.run.RunId;
import io.dataflows.model.run.RunRecord;
import io.dataflows.model.run.RunStatus;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.FixedRows;
import io.dataflows.web.http.Ids;
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs, those that go on included; one alone comes with its steps and data. */
@Path("/runs")
@OfCollection("runs")
@Dependent
public class RunResource {
    private static final Map<String, RunColumn> COLUMNS = Map.of(
            "flow", RunColumn.FLOW,
            "status", RunColumn.STATUS,
            "number", RunColumn.NUMBER,
            "user", RunColumn.USER,
            "trigger", RunColumn.TRIGGER,
            "started_at", RunColumn.STARTED);

    private static final RunLists.Shape OUTLINE = new RunLists.Shape(
            RunView.OUTLINE,
            runs -> FixedRows.of(RunView.OUTLINE, runs.stream().map(RunView::of).toList()),
            COLUMNS,
            List.of(RunStatus.values()),
            Set.of("number", "started_at"),
            true,
            false,
            false);

    private static final RunLists.Shape WHOLE = new RunLists.Shape(
            RunView.WHOLE,
            runs -> FixedRows.of(RunView.WHOLE, runs.stream().map(RunView::of).toList()),
            COLUMNS,
            OUTLINE.statuses(),
            OUTLINE.sortable(),
            true,
            false,
            true);

    @Inject
    RunHistory history;

    @Inject
    RunLists lists;

    /** Newest first; steps and data only where {@code fields} names them. */
    @GET
    public Response list(@BeanParam ApiCall call) {
        ListQuery query = lists.parse(call.parameters());
        boolean whole = query.fields().stream().anyMatch(RunView::isOfDocument);
        return Answers.json(lists.list(query, whole ? WHOLE : OUTLINE, call.who()));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @BeanParam ApiCall call) {
        ListQuery query = lists.parse(call.parameters());
        RunRecord run = history.run(new RunId(Ids.require(id))).orElseThrow(Refusals::forbidden);
        return Answers.data(lists.show(query, run, WHOLE, call.who()));
    }
}
