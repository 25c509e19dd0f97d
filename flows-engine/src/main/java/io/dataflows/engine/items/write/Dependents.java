package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;

final class Dependents {

    private Dependents() {}

    static void settle(WriteCall call, List<JsonNode> keys) throws SQLException {
        // filled below
    }
}
