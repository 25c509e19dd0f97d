package io.dataflows.web.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.engine.OperationDirectory;
import io.dataflows.web.collection.CollectionRoutes;
import io.dataflows.web.flow.DefinitionRows;
import io.dataflows.web.flow.OperationView;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
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

/** Operations placed in flows, and the kinds of operation that there are. */
@Path("/operations")
@OfCollection(OperationView.NAME)
@Dependent
public class OperationResource {
    @Inject
    FlowLibrary library;

    @Inject
    OperationDirectory directory;

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

    /** The kinds of operation that are installed, with their options. */
    @GET
    @Path("/types")
    public Response types() {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        directory.operations().forEach(type -> types.add(OperationTypeView.of(type)));
        return Answers.data(types);
    }

    private CollectionRoutes routes() {
        return new CollectionRoutes(
                new EditableOperations(library), () -> new DefinitionRows(library), listing, bodies);
    }
}
