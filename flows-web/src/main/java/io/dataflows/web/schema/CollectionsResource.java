package io.dataflows.web.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.SchemaLibrary;
import io.dataflows.web.collection.BatchBody;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.RequestBodies;
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
import java.util.List;

/** Collections: list, read, create or adopt, change and drop them with their tables. */
@Path("/collections")
@Dependent
public class CollectionsResource {
    @Inject
    SchemaLibrary library;

    @Inject
    RequestBodies bodies;

    @GET
    public Response list(@BeanParam ApiCall call) {
        return SchemaAnswers.list(library.collections(call.who()));
    }

    @GET
    @Path("/{name}")
    public Response one(@PathParam("name") String name, @BeanParam ApiCall call) {
        return Answers.data(library.collection(name, call.who()));
    }

    /** One collection, or a list of which all are made or none. */
    @POST
    public Response create(InputStream body, @BeanParam ApiCall call) {
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        List<ObjectNode> created = library.createCollections(BatchBody.objects(sent), call.who());
        return sent.isArray() ? SchemaAnswers.list(created) : Answers.data(created.get(0));
    }

    @PATCH
    @Path("/{name}")
    public Response patch(@PathParam("name") String name, InputStream body, @BeanParam ApiCall call) {
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        return Answers.data(library.patchCollection(name, BatchBody.object(sent), call.who()));
    }

    @DELETE
    @Path("/{name}")
    public Response drop(@PathParam("name") String name, @BeanParam ApiCall call) {
        library.dropCollection(name, call.who());
        return Answers.nothing();
    }
}
