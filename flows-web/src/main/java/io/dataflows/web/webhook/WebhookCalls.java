package io.dataflows.web.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.Listing;
import io.dataflows.model.trigger.WebhookCall;
import io.dataflows.web.collection.Export;
import io.dataflows.web.http.Caller;
import io.dataflows.web.http.Ids;
import io.dataflows.web.http.QueryString;
import io.dataflows.web.http.RequestBodies;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;

/** Makes the trigger event of a request. */
@Dependent
public final class WebhookCalls {
    private final Listing listing;
    private final RequestBodies bodies;

    @Inject
    public WebhookCalls(Listing listing, RequestBodies bodies) {
        this.listing = listing;
        this.bodies = bodies;
    }

    /** @throws io.dataflows.model.error.FlowsException INVALID_PAYLOAD or INVALID_QUERY, before anything runs */
    WebhookCall of(ContainerRequestContext request, HttpServletRequest servletRequest) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        UUID flow = Ids.parse(id).orElseThrow(NotFoundException::new);
        ObjectNode query = QueryString.parse(servletRequest.getQueryString());
        checkKnown(query);
        byte[] raw = bodies.bytes(request.getEntityStream(), servletRequest.getContentLengthLong());
        return new WebhookCall(
                flow,
                servletRequest.getMethod(),
                "/trigger/" + id,
                query,
                body(raw, servletRequest),
                headers(servletRequest),
                raw,
                Caller.in(request.getSecurityContext()));
    }

    /** Parameters that mean something to the API have to be well-formed here too, as recorded: no run starts else. */
    void checkKnown(ObjectNode query) {
        if (Listing.reads(query)) {
            String format = listing.parse(query).export();
            if (format != null) {
                Export.check(format);
            }
        }
    }

    private static JsonNode body(byte[] raw, HttpServletRequest request) {
        if (raw.length == 0 || !RequestBodies.isJson(request.getContentType())) {
            return JsonNodeFactory.instance.objectNode();
        }
        RequestBodies.requirePlain(request.getHeader("Content-Encoding"));
        return RequestBodies.parse(raw);
    }

    private static ObjectNode headers(HttpServletRequest request) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
