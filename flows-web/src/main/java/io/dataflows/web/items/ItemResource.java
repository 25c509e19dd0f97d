package io.dataflows.web.items;

import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.CollectionSchema;
import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.Search;
import io.dataflows.web.security.RightsChecked;
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

/** Items of the collections that people made; those of the platform have paths of their own. */
@Path("/items/{collection}")
@Dependent
public class ItemResource {
    @Inject
    ItemRoutes routes;

    @GET
    @RightsChecked
    public Response list(@PathParam("collection") String collection, @BeanParam ApiCall call) {
        return routes.list(own(collection), call);
    }

    @Search
    @RightsChecked
    public Response search(@PathParam("collection") String collection, InputStream body, @BeanParam ApiCall call) {
        return routes.search(own(collection), body, call);
    }

    @POST
    @RightsChecked
    public Response create(@PathParam("collection") String collection, InputStream body, @BeanParam ApiCall call) {
        return routes.create(own(collection), body, call);
    }

    @PATCH
    @RightsChecked
    public Response updateMany(@PathParam("collection") String collection, InputStream body, @BeanParam ApiCall call) {
        return routes.updateMany(own(collection), body, call);
    }

    @DELETE
    @RightsChecked
    public Response deleteMany(@PathParam("collection") String collection, InputStream body, @BeanParam ApiCall call) {
        return routes.deleteMany(own(collection), body, call);
    }

    @GET
    @Path("/{key}")
    @RightsChecked
    public Response one(
            @PathParam("collection") String collection, @PathParam("key") String key, @BeanParam ApiCall call) {
        return routes.one(own(collection), key, call);
    }

    @PATCH
    @Path("/{key}")
    @RightsChecked
    public Response updateOne(
            @PathParam("collection") String collection,
            @PathParam("key") String key,
            InputStream body,
            @BeanParam ApiCall call) {
        return routes.updateOne(own(collection), key, body, call);
    }

    @DELETE
    @Path("/{key}")
    @RightsChecked
    public Response deleteOne(
            @PathParam("collection") String collection, @PathParam("key") String key, @BeanParam ApiCall call) {
        return routes.deleteOne(own(collection), key, call);
    }

    private static String own(String collection) {
        if (CollectionSchema.isSystem(collection)) {
            throw Refusals.forbidden();
        }
        return collection;
    }
}
