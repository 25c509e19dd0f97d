package io.dataflows.model.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the other side answered.
 *
 * @param headers names in lower case; each value a text, but {@code set-cookie} a list of texts
 * @param data the body: its JSON value when it is JSON, whatever its content type, else its text; an empty text when
 *     there was none
 */
public record HttpAnswer(int status, String statusText, ObjectNode headers, JsonNode data) {

    /** Whether the status says that it worked: 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
