package io.dataflows.model.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/**
 * A call of {@code /flows/trigger/<flow>}; it serves webhook and manual flows.
 *
 * @param path the path below {@code /flows}, for example {@code /trigger/<flow>}
 * @param query the query string in bracket style: texts, nested objects and lists
 * @param body the parsed JSON body; an empty object when there is none
 * @param headers header names in lower case, values as texts
 * @param rawBody the bytes as they came, for signatures; never stored as text
 */
public record WebhookCall(
        UUID flow,
        String method,
        String path,
        ObjectNode query,
        JsonNode body,
        ObjectNode headers,
        byte[] rawBody,
        Accountability accountability)
        implements TriggerEvent {

    @Override
    public Authority authority() {
        return new Authority.Caller(accountability);
    }

    @Override
    public RunChain chain() {
        return RunChain.begin(flow);
    }
}
