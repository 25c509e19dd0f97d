package io.dataflows.engine.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.testkit.Flows;

/** The flows that the figures are about. */
final class BenchFlows {

    private BenchFlows() {}

    /** Condition, transform, condition, transform, log. */
    static ObjectNode five(String accountability) {
        return Flows.draft(
                """
                {"name": "five", "accountability": %s, "options": {"method": "POST", "return": "second"}, "operations": {
                  "check": {"type": "condition", "resolve": "first",
                    "options": {"filter": {"$trigger": {"body": {"total": {"_gt": 10}}}}}},
                  "first": {"type": "transform", "resolve": "again",
                    "options": {"json": {"total": "{{ $trigger.body.total }}", "name": "Order {{ $trigger.body.id }}"}}},
                  "again": {"type": "condition", "resolve": "second",
                    "options": {"filter": {"first": {"name": {"_starts_with": "Order"}}}}},
                  "second": {"type": "transform", "resolve": "note",
                    "options": {"json": {"text": "{{ first.name }}: {{ first.total }}", "who": "{{ $accountability.user }}"}}},
                  "note": {"type": "log", "options": {"message": "{{ second.text }}"}}}}"""
                        .formatted(accountability));
    }

    /** Ten operations, conditions and transforms in turn. */
    static ObjectNode ten(String name) {
        StringBuilder steps = new StringBuilder();
        for (int step = 0; step < 10; step++) {
            String next = step == 9 ? "" : ", \"resolve\": \"s" + (step + 1) + '"';
            String options = step % 2 == 0
                    ? "{\"filter\": {\"$trigger\": {\"body\": {\"n\": {\"_gt\": " + step + "}}}}}"
                    : "{\"json\": {\"n\": \"{{ $trigger.body.n }}\", \"text\": \"step " + step + " of {{ $last }}\"}}";
            steps.append(step == 0 ? "" : ", ")
                    .append("\"s")
                    .append(step)
                    .append("\": {\"type\": \"")
                    .append(step % 2 == 0 ? "condition" : "transform")
                    .append("\", \"options\": ")
                    .append(options)
                    .append(next)
                    .append('}');
        }
        return Flows.draft("{\"name\": \"" + name + "\", \"start\": \"s0\", \"operations\": {" + steps + "}}");
    }
}
