package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param method any HTTP method, in any case
 * @param url as people write it; what needs percent-encoding is encoded, what is encoded stays
 * @param headers in order; of several with one name the last counts
 * @param body text goes out as it is, any other value as JSON; null sends no body, a JSON null does
 */
public record HttpCall(String method, String url, List<HttpHeader> headers, @Nullable JsonNode body) {

    public HttpCall {
        headers = List.copyOf(headers);
    }
}
