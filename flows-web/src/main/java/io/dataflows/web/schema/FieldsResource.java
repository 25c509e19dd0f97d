package io.dataflows.web.schema;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Fields: list, read, create, change and drop them with their columns. */
@Path("/fields")
@Dependent
public class FieldsResource {
    @Inject
    SchemaLibrary library;

    @Inject
    RequestBodies bodies;

    @GET
    public Response list(@BeanParam ApiCall call) {
        return SchemaAnswers.list(library.fields(call.who()));
    }

    @GET
    @Path("/{collection}")
    public Response ofCollection(@PathParam("collection") String collection, @BeanParam ApiCall call) {
        return SchemaAnswers.list(library.fields(collection, call.who()));
    }

    @GET
    @Path("/{collection}/{field}")
    public Response one(
            @PathParam("collection") String collection, @PathParam("field") String field, @BeanParam ApiCall call) {
        return Answers.data(library.field(collection, field, call.who()));
    }

    @POST
    @Path("/{collection}")
    public Response create(@PathParam("collection") String collection, InputStream body, @BeanParam ApiCall call) {
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        return Answers.data(library.createField(collection, BatchBody.object(sent), call.who()));
    }

    @PATCH
    @Path("/{collection}/{field}")
    public Response patch(
            @PathParam("collection") String collection,
            @PathParam("field") String field,
            InputStream body,
            @BeanParam ApiCall call) {
        JsonNode sent = bodies.jsonOrEmpty(body, call);
        return Answers.data(library.patchField(collection, field, BatchBody.object(sent), call.who()));
    }

    @DELETE
    @Path("/{collection}/{field}")
    public Response drop(
            @PathParam("collection") String collection, @PathParam("field") String field, @BeanParam ApiCall call) {
        library.dropField(collection, field, call.who());
        return Answers.nothing();
    }
}
