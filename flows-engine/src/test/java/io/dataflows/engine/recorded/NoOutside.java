package io.dataflows.engine.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** For cases that reach nothing. */
final class NoOutside implements RecordedOutside {
    @Override
    public String target() {
        return "127.0.0.1:9";
    }

    @Override
    public void clear() {}

    @Override
    public List<JsonNode> requests() {
        return List.of();
    }

    @Override
    public List<JsonNode> mails() {
        return List.of();
    }
}
