package io.dataflows.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.trigger.Accountability;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The value of {@code $accountability}. */
public final class AccountabilityJson {

    private AccountabilityJson() {}

    /** JSON null where nobody stands behind the run. */
    public static JsonNode of(@Nullable Accountability who) {
        return who == null ? NullNode.getInstance() : object(who);
    }

    private static ObjectNode object(Accountability who) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("role", text(who.role()));
        json.put("user", text(who.user()));
        ArrayNode roles = json.putArray("roles");
        who.roles().forEach(role -> roles.add(role.toString()));
        json.put("admin", who.admin());
        json.put("app", who.app());
        json.put("ip", who.ip());
        if (who.userAgent() != null) {
            json.put("userAgent", who.userAgent());
        }
        if (who.origin() != null) {
            json.put("origin", who.origin());
        }
        json.putArray("permissions");
        return json;
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
