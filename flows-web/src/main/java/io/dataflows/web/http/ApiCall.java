package io.dataflows.web.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.trigger.Accountability;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** One call of the API: its query parameters, headers and caller. Taken as a {@code @BeanParam}. */
public class ApiCall {
    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init") // filled by the container
    SecurityContext security;

    /** The query string in bracket style. */
    public ObjectNode parameters() {
        return QueryString.parse(request.getQueryString());
    }

    public ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    public Accountability who() {
        return Caller.in(security);
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    long contentLength() {
        return request.getContentLengthLong();
    }

    /** Whether nobody in between could read along. */
    public boolean isSecure() {
        return request.isSecure();
    }
}
