package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Stands in for a check that its operand made impossible, until the test is reached. */
record BrokenCheck(FilterException reason) implements Check {

    @Override
    public List<Failure> failures(JsonNode value) {
        throw reason;
    }
}
