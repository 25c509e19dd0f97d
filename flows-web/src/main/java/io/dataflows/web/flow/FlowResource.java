package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.collection.CollectionRoutes;
import io.dataflows.web.collection.EditableResource;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.Ids;
import io.dataflows.web.http.RequestBodies;
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Flows: list, read, create, change and delete them, and see what is wrong with one. */
@Path("/flows")
@OfCollection(FlowView.NAME)
@Dependent
public class FlowResource extends EditableResource {
    @Inject
    FlowLibrary library;

    @Inject
    Listing listing;

    @Inject
    RequestBodies bodies;

    /** Everything wrong with a stored flow, blocking or not. */
    @GET
    @Path("/{id}/problems")
    public Response problems(@PathParam("id") String id) {
        UUID flow = Ids.require(id);
        if (library.flow(flow).isEmpty()) {
            throw Refusals.forbidden();
        }
        ArrayNode problems = JsonNodeFactory.instance.arrayNode();
        library.problems(flow).forEach(problem -> problems.add(ProblemView.of(problem)));
        return Answers.data(problems);
    }

    @Override
    protected CollectionRoutes routes() {
        return new CollectionRoutes(new EditableFlows(library), () -> new DefinitionRows(library), listing, bodies);
    }
}
