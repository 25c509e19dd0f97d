package io.dataflows.engine.catalog;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** When a form shows an option: each of the named options must have one of its values. */
record ShownWhen(ObjectNode toJson) {

    /**
     * @param conditions such as {@code type=template}; several values of one option are alternatives
     * @throws IllegalArgumentException for a condition without an equals sign
     */
    static ShownWhen of(String[] conditions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Condition (" + condition + ") doesn't say which value shows the "
                        + "option. Maybe write option=value.");
            }
            ArrayNode values = json.withArray(condition.substring(0, equals));
            values.add(condition.substring(equals + 1));
        }
        return new ShownWhen(json);
    }
}
