package io.dataflows.web.error;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FlowsException;
import io.dataflows.web.http.Answers;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Writes the error envelope: {@code {"errors":[{"message", "extensions":{…, "code"}}]}}. */
public final class ErrorBody {
    private static final String UNEXPECTED = "An unexpected error occurred.";
    private static final int INTERNAL = ErrorCode.INTERNAL_SERVER_ERROR.status();

    private ErrorBody() {}

    public static Response of(FlowsException refusal) {
        return of(refusal.faults(), false);
    }

    /** @param detailed whether the caller may read what went wrong inside */
    public static Response of(FlowsException refusal, boolean detailed) {
        return of(refusal.faults(), detailed);
    }

    /** @param detailed whether the caller may read what went wrong inside */
    public static Response of(Fault fault, boolean detailed) {
        return of(fault.each(), detailed);
    }

    static Response of(ErrorCode code, String message, ObjectNode extensions) {
        ObjectNode error = error(message, extensions, code.name());
        return envelope(code.status(), JsonNodeFactory.instance.arrayNode().add(error));
    }

    private static Response of(List<Fault> faults, boolean detailed) {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        for (Fault fault : faults) {
            boolean hidden = !detailed && fault.code().equals(ErrorCode.INTERNAL_SERVER_ERROR.name());
            errors.add(error(hidden ? UNEXPECTED : fault.message(), fault.extensions(), fault.code()));
        }
        return envelope(status(faults), errors);
    }

    private static ObjectNode error(String message, ObjectNode extensions, String code) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", message);
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        extensions.properties().forEach(member -> members.set(member.getKey(), member.getValue()));
        error.set("extensions", members.put("code", code));
        return error;
    }

    private static Response envelope(int status, ArrayNode errors) {
        return Answers.json(status, JsonNodeFactory.instance.objectNode().set("errors", errors));
    }

    /** Several statuses at once have no meaning; nor has one that HTTP doesn't know. */
    private static int status(List<Fault> faults) {
        int status = faults.get(0).status();
        boolean same = faults.stream().allMatch(fault -> fault.status() == status);
        return same && status >= 100 && status <= 599 ? status : INTERNAL;
    }
}
