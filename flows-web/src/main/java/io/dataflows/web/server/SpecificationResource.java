package io.dataflows.web.server;

import io.dataflows.web.http.Answers;
import io.dataflows.web.security.Open;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI document of everything here. A test holds it against the resources. */
@Path("/server/specs/oas")
@Dependent
public class SpecificationResource {
    @GET
    @Open
    public Response specification() {
        try (InputStream document = SpecificationResource.class.getResourceAsStream("openapi.json")) {
            if (document == null) {
                throw new IllegalStateException("The OpenAPI document is missing.");
            }
            return Response.ok(document.readAllBytes())
                    .header("Content-Type", Answers.JSON)
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
