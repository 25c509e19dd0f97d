package io.dataflows.blackbox;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies for {@code POST /flows}. */
final class Drafts {

    private Drafts() {}

    /** Condition on {@code body.total}, then a transform, or a log where the total is small. */
    static String orders(UUID id) {
        return """
                {"id": "%1$s", "name": "orders", "trigger": "webhook", "options": {"method": "POST"},
                 "operation": {"flow": "%1$s", "key": "check", "type": "condition", "position_x": 19, "position_y": 1,
                   "options": {"filter": {"$trigger": {"body": {"total": {"_gt": 100}}}}},
                   "resolve": {"flow": "%1$s", "key": "big", "type": "transform", "position_x": 37, "position_y": 1,
                     "options": {"json": {"answer": "{{ $trigger.body.total }} is big"}}},
                   "reject": {"flow": "%1$s", "key": "small", "type": "log", "position_x": 37, "position_y": 17,
                     "options": {"message": "small: {{ $trigger.body.total }}"}}}}"""
                .formatted(id);
    }

    /** One operation of a type with options, both given as JSON. */
    static String single(UUID id, String triggerOptions, String type, String options) {
        return """
                {"id": "%1$s", "name": "single", "trigger": "webhook", "options": %2$s,
                 "operation": {"flow": "%1$s", "key": "only", "type": "%3$s", "position_x": 19, "position_y": 1,
                   "options": %4$s}}"""
                .formatted(id, triggerOptions, type, options);
    }

    /** So many transforms in a row; each adds one to a count of its own making. */
    static String chain(UUID id, int length) {
        UUID[] steps =
                IntStream.range(0, length).mapToObj(step -> UUID.randomUUID()).toArray(UUID[]::new);
        String operations = IntStream.range(0, length)
                .mapToObj(step ->
                        """
                        {"id": "%s", "key": "s%d", "type": "transform", "position_x": 19, "position_y": 1,
                         "options": {"json": {"step": %d, "before": "{{ $last.step }}"}}%s}"""
                                .formatted(
                                        steps[step],
                                        step,
                                        step,
                                        step + 1 < length ? ", \"resolve\": \"" + steps[step + 1] + '"' : ""))
                .collect(Collectors.joining(","));
        return """
                {"id": "%s", "name": "chain", "trigger": "webhook", "options": {"method": "POST"},
                 "operation": "%s", "operations": [%s]}"""
                .formatted(id, steps[0], operations);
    }
}
