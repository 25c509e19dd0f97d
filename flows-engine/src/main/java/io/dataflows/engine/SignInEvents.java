package io.dataflows.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.event.HookEvent;
import io.dataflows.engine.event.Hooks;
import io.dataflows.engine.port.UserStore;
import io.dataflows.model.access.Origin;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.trigger.Accountability;
import io.dataflows.model.trigger.Authority;
import java.util.Locale;

/** Tells flows of sign-ins. Nothing is looked up where no flow waits for them. */
record SignInEvents(Hooks hooks, UserStore users) {

    static final String NAME = "auth.login";

    /**
     * The password that is to be checked: flows may set another one.
     *
     * @throws FlowsException what a flow refuses the sign-in with
     */
    String before(String email, String password, Origin origin) {
        if (!hooks.hearsBefore(NAME)) {
            return password;
        }
        JsonNode left = hooks.before(event(email, password, origin, members(email, "pending")));
        return left.path("password").isTextual() ? left.path("password").textValue() : password;
    }

    void succeeded(String email, String password, Origin origin) {
        if (hooks.hearsAfter(NAME)) {
            hooks.after(event(email, password, origin, members(email, "success")));
        }
    }

    void failed(String email, String password, Origin origin, FlowsException refusal) {
        if (hooks.hearsAfter(NAME)) {
            ObjectNode members = members(email, "fail");
            members.set("error", refusal.fault().value());
            hooks.after(event(email, password, origin, members));
        }
    }

    private ObjectNode members(String email, String status) {
        ObjectNode members = JsonNodeFactory.instance.objectNode().put("status", status);
        users.findByEmail(email.strip().toLowerCase(Locale.ROOT))
                .ifPresent(user -> members.put("user", user.id().toString()));
        return members.put("provider", "default");
    }

    private static HookEvent event(String email, String password, Origin origin, ObjectNode members) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("email", email).put("password", password);
        Accountability nobody = Accountability.anonymous(origin.ip(), origin.userAgent(), origin.origin());
        return new HookEvent(NAME, payload, members, new Authority.Caller(nobody), null);
    }
}
