package io.dataflows.model.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** The refusals that callers of the API know, in their recorded words. */
public final class Refusals {
    private Refusals() {}

    /** The body can't be used; the reason is a sentence without its full stop. */
    public static FlowsException invalidPayload(String reason) {
        return withReason(ErrorCode.INVALID_PAYLOAD, "Invalid payload. " + reason + ".", reason);
    }

    /** The query can't be used; the reason is a sentence without its full stop. */
    public static FlowsException invalidQuery(String reason) {
        return withReason(ErrorCode.INVALID_QUERY, "Invalid query. " + reason + ".", reason);
    }

    public static FlowsException forbidden() {
        return FlowsException.of(ErrorCode.FORBIDDEN, "You don't have permission to access this.");
    }

    /** Refuses a whole collection, without telling whether it exists. */
    public static FlowsException forbiddenCollection(String collection) {
        String reason = "You don't have permission to access collection \"" + collection
                + "\" or it does not exist. Queried in root.";
        return withReason(ErrorCode.FORBIDDEN, reason, reason);
    }

    /** Refuses a field, without telling whether it exists. */
    public static FlowsException forbiddenField(String field, String collection) {
        String reason = "You don't have permission to access field \"" + field + "\" in collection \"" + collection
                + "\" or it does not exist. Queried in root.";
        return withReason(ErrorCode.FORBIDDEN, reason, reason);
    }

    /**
     * Refuses work on items of a collection, without telling which of them are there.
     *
     * @param action what is refused, for example {@code delete}
     */
    public static FlowsException forbiddenItems(String action, String collection) {
        String reason = "You don't have permission to perform \"" + action + "\" for collection \"" + collection
                + "\" or it does not exist.";
        return withReason(ErrorCode.FORBIDDEN, reason, reason);
    }

    /** The same for work on some fields of items. */
    public static FlowsException forbiddenItems(String action, Collection<String> fields, String collection) {
        String reason = "You don't have permissions to perform \"" + action + "\" for the field(s) \""
                + String.join("\", \"", fields) + "\" in collection \"" + collection + "\" or it does not exist.";
        return withReason(ErrorCode.FORBIDDEN, reason, reason);
    }

    public static FlowsException invalidCredentials() {
        return FlowsException.of(ErrorCode.INVALID_CREDENTIALS, "Invalid user credentials.");
    }

    public static FlowsException tokenExpired() {
        return FlowsException.of(ErrorCode.TOKEN_EXPIRED, "Token expired.");
    }

    /** The server can't take more work now. */
    public static FlowsException overloaded() {
        return new FlowsException(Fault.of(
                ErrorCode.SERVICE_UNAVAILABLE,
                FaultKind.OPERATIONAL,
                "The server is under pressure. Maybe try again in a moment."));
    }

    private static FlowsException withReason(ErrorCode code, String message, String reason) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode().put("reason", reason);
        return new FlowsException(Fault.of(code, FaultKind.USER, message, extensions));
    }
}
