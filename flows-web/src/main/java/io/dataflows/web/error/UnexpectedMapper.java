package io.dataflows.web.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Everything that nobody foresaw: the log gets it whole, the caller an id to ask about. */
@Provider
@Dependent
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger("io.dataflows.web");

    @Override
    public Response toResponse(Throwable bug) {
        return answer(bug);
    }

    static Response answer(Throwable bug) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Unexpected error " + id, bug);
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("id", id);
        return ErrorBody.of(ErrorCode.INTERNAL_SERVER_ERROR, "An unexpected error occurred.", extensions);
    }
}
