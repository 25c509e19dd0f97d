package io.dataflows.web.collection;

import io.dataflows.web.http.ApiCall;
import io.dataflows.web.http.Search;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** The eight calls that every editable collection answers alike; the resource says which collection it is. */
public abstract class EditableResource {

    protected abstract CollectionRoutes routes();

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
}
