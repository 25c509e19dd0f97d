package io.dataflows.web.flow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.web.http.Values;

/** Something wrong with a flow, as the API tells it. */
final class ProblemView {
    private ProblemView() {}

    static ObjectNode of(FlowProblem problem) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("code", problem.code());
        row.put("blocking", problem.blocking());
        row.set("operation", Values.text(problem.step()));
        row.put("pointer", problem.pointer());
        row.put("message", problem.message());
        row.set("hint", Values.text(problem.hint()));
        return row;
    }
}
