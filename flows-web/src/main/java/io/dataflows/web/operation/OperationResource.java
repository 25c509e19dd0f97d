package io.dataflows.web.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dataflows.engine.FlowLibrary;
import io.dataflows.engine.Listing;
import io.dataflows.engine.OperationDirectory;
import io.dataflows.web.collection.CollectionRoutes;
import io.dataflows.web.collection.EditableResource;
import io.dataflows.web.flow.DefinitionRows;
import io.dataflows.web.flow.OperationView;
import io.dataflows.web.http.Answers;
import io.dataflows.web.http.RequestBodies;
import io.dataflows.web.security.OfCollection;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Operations placed in flows, and the kinds of operation that there are. */
@Path("/operations")
@OfCollection(OperationView.NAME)
@Dependent
public class OperationResource extends EditableResource {
    @Inject
    FlowLibrary library;

    @Inject
    OperationDirectory directory;

    @Inject
    Listing listing;

    @Inject
    RequestBodies bodies;

    /** The kinds of operation that are installed, with their options. */
    @GET
    @Path("/types")
    public Response types() {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        directory.operations().forEach(type -> types.add(OperationTypeView.of(type)));
        return Answers.data(types);
    }

    @Override
    protected CollectionRoutes routes() {
        return new CollectionRoutes(
                new EditableOperations(library), () -> new DefinitionRows(library), listing, bodies);
    }
}
