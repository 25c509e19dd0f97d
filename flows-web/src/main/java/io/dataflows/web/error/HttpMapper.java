package io.dataflows.web.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the container refused before any resource was asked: unknown routes and methods, unreadable requests. */
@Provider
@Dependent
public class HttpMapper implements ExceptionMapper<WebApplicationException> {
    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    UriInfo uri;

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response answer = refusal.getResponse();
        int status = answer.getStatus();
        if (status < 400) {
            return answer;
        }
        if (status >= 500) {
            return UnexpectedMapper.answer(refusal);
        }
        return status == 404 || status == 405 ? noRoute(uri.getRequestUri().getPath()) : other(status);
    }

    private static Response noRoute(String path) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("path", path);
        return ErrorBody.of(ErrorCode.ROUTE_NOT_FOUND, "Route " + path + " doesn't exist.", extensions);
    }

    private static Response other(int status) {
        ErrorCode code =
                switch (status) {
                    case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
                    case 413 -> ErrorCode.CONTENT_TOO_LARGE;
                    default -> ErrorCode.INVALID_PAYLOAD;
                };
        return ErrorBody.of(code, "The request can't be read.", JsonNodeFactory.instance.objectNode());
    }
}
