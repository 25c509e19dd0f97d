package io.dataflows.engine.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import org.jspecify.annotations.Nullable;

/** The errors of tokens, under the names that flows test for. */
final class TokenErrors {

    private TokenErrors() {}

    /** Options, payload or key that can't make a token; its JSON is empty, as that of every plain error. */
    static FlowsException plain(String message) {
        return new FlowsException(Fault.ofPlainError("Error", FaultKind.USER, message));
    }

    /** Text that should be JSON and isn't. */
    static FlowsException syntax(String message) {
        return new FlowsException(Fault.ofPlainError("SyntaxError", FaultKind.USER, message));
    }

    /** A token that doesn't hold. */
    static FlowsException invalid(String message) {
        return open("JsonWebTokenError", message, Json.object());
    }

    /** A token whose time is over. */
    static FlowsException expired(String message, @Nullable String expiredAt) {
        return open("TokenExpiredError", message, Json.object().put("expiredAt", expiredAt));
    }

    /** A token whose time hasn't come. */
    static FlowsException notActive(@Nullable String date) {
        return open("NotBeforeError", "jwt not active", Json.object().put("date", date));
    }

    private static FlowsException open(String name, String message, ObjectNode more) {
        return new FlowsException(Fault.ofOpenError(name, FaultKind.USER, message, more));
    }
}
