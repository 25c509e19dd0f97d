package io.dataflows.engine.items.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.access.Grant;
import io.dataflows.model.access.Action;
import io.dataflows.model.error.Refusals;
import io.dataflows.model.schema.FieldSchema;
import java.util.Map;

/** The members of what somebody sent that may become an item's fields. */
final class SentFields {

    /** What is shown in place of values that nobody may read; whoever sends it back doesn't mean to change them. */
    static final String MASK = "**********";

    private SentFields() {}

    /**
     * The members that are fields, with the presets of the grants where nothing is given.
     *
     * @throws io.dataflows.model.error.FlowsException FORBIDDEN where the action isn't granted, or not for a member
     */
    static ObjectNode of(WriteCall call, Action action, ObjectNode sent) {
        ObjectNode fields = sent.objectNode();
        for (Grant grant : call.grants(action)) {
            fields.setAll(grant.presets().deepCopy());
        }
        for (Map.Entry<String, JsonNode> member : sent.properties()) {
            String name = member.getKey();
            FieldSchema field = call.collection().field(name).orElse(null);
            if (!call.isUnrestricted() && (field == null || !call.rights().allows(call.name(), action, name))) {
                throw Refusals.forbiddenField(name, call.name());
            }
            if (field != null && !isMask(field, member.getValue())) {
                fields.set(name, member.getValue());
            }
        }
        return fields;
    }

    /** @throws io.dataflows.model.error.FlowsException FORBIDDEN where nothing of the kind is granted */
    static void require(WriteCall call, Action action) {
        if (!call.rights().allows(call.name(), action)) {
            throw Refusals.forbiddenCollection(call.name());
        }
    }

    private static boolean isMask(FieldSchema field, JsonNode value) {
        return field.isConcealed() && MASK.equals(value.asText());
    }
}
