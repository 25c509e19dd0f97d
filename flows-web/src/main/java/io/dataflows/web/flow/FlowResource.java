package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.model.error.Refusals;
import io.dataflows.web.collection.CollectionRoutes;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.Ids;
import io.dataflows.web.http.RequestBodies;
import io.dataflows.web.http.Search;
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;

/** Flows: list, read, create, change and delete them, and see what is wrong with one. */
@Path("/flows")
@OfCollection(FlowView.NAME)
@Dependent
public class FlowResource {
    @Inject
    FlowLibrary library;

    @Inject
    Listing listing;

    @Inject
    RequestBodies bodies;

    @GET
    public Response list(@BeanParam ApiCall call) {
        return routes().list(call);
    }

    @Search
    public Response search(InputStream body, @BeanParam ApiCall call) {
        return routes().search(body, call);
    }

    @POST
    public Response create(InputStream body, @BeanParam ApiCall call) {
        return routes().create(body, call);
    }

    @PATCH
    public Response updateMany(InputStream body, @BeanParam ApiCall call) {
        return routes().updateMany(body, call);
    }

    @DELETE
    public Response deleteMany(InputStream body, @BeanParam ApiCall call) {
        return routes().deleteMany(body, call);
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id, @BeanParam ApiCall call) {
        return routes().one(id, call);
    }

    @PATCH
    @Path("/{id}")
    public Response updateOne(@PathParam("id") String id, InputStream body, @BeanParam ApiCall call) {
        return routes().updateOne(id, body, call);
    }

    @DELETE
    @Path("/{id}")
    public Response deleteOne(@PathParam("id") String id, @BeanParam ApiCall call) {
        return routes().deleteOne(id, call);
    }

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

    private CollectionRoutes routes() {
        return new CollectionRoutes(new EditableFlows(library), () -> new DefinitionRows(library), listing, bodies);
    }
}
