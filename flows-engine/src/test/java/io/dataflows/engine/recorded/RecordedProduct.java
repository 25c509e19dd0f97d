package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** What runs recorded flows: the engine in memory, or a server that is called over HTTP. */
public interface RecordedProduct {

    /** A case begins: nothing that the case before did to items may be left. */
    void begin(RecordedCase recorded);

    /** Mails that the product handed over by other ways than the mail server; none for most products. */
    default List<JsonNode> mails() {
        return List.of();
    }

    /** Saves a flow with its operations, as clients send it. */
    void save(ObjectNode draft);

    /** @param auth {@code admin}, {@code editor} or {@code none} */
    Answer call(String auth, String method, UUID flow, JsonNode body);

    /** The stored runs of a flow, {@code {steps:[{key, status, options}], data}} each; the newest first. */
    List<JsonNode> runs(UUID flow);

    /** The rows that a case looks at afterwards, as it records them. */
    JsonNode after(RecordedCase recorded, UUID flow);

    /**
     * What the caller got.
     *
     * @param body missing for an empty one
     */
    record Answer(int status, JsonNode body) {}
}
