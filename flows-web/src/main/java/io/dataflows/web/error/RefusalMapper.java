package io.dataflows.web.error;

import io.dataflows.model.error.FlowsException;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the product itself refused. */
@Provider
@Dependent
public final class RefusalMapper implements ExceptionMapper<FlowsException> {
    @Override
    public Response toResponse(FlowsException refusal) {
        return ErrorBody.of(refusal);
    }
}
