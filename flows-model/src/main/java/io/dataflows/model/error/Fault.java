package io.dataflows.model.error;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong: the same in a Flow Object, in the run log and in an HTTP answer.
 *
 * @param code an {@link ErrorCode} name, or the code that the flow's author chose
 * @param status the HTTP status that fits
 * @param message name (value) fact, for people; may be followed by a hint
 * @param hint what to try, or null
 * @param extensions further members of the error, without the code
 * @param value what the reject path finds in the Flow Object
 * @param causes the single errors behind a fault that collects several, else empty
 */
public record Fault(
        String code,
        FaultKind kind,
        int status,
        String message,
        @Nullable String hint,
        ObjectNode extensions,
        JsonNode value,
        List<Fault> causes) {

    public Fault {
        causes = List.copyOf(causes);
    }

    /** A fault of the platform: its value carries name, code, status and extensions, and its message hidden. */
    public static Fault of(ErrorCode code, FaultKind kind, String message) {
        return of(code, kind, message, JsonNodeFactory.instance.objectNode());
    }

    public static Fault of(ErrorCode code, FaultKind kind, String message, ObjectNode extensions) {
        return of(code.name(), code.status(), kind, message, extensions);
    }

    public static Fault of(String code, int status, FaultKind kind, String message, ObjectNode extensions) {
        FaultNode value = FaultNode.ofPlatform(code, status, message, extensions);
        return new Fault(code, kind, status, message, null, extensions, value, List.of());
    }

    /** A fault that isn't the platform's own, such as a template that can't be read: only its name and message show. */
    public static Fault ofPlainError(String name, FaultKind kind, String message) {
        FaultNode value = FaultNode.ofPlainError(name, message);
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        String code = ErrorCode.INTERNAL_SERVER_ERROR.name();
        return new Fault(code, kind, ErrorCode.INTERNAL_SERVER_ERROR.status(), message, null, none, value, List.of());
    }

    /**
     * An error from elsewhere, with members of its own: JSON shows these, but never a {@code cause}, which the run log
     * keeps. Name and message show only when they are among the members; a path reads them anyway.
     */
    public static Fault ofError(String name, FaultKind kind, String message, ObjectNode members) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        String code = members.path("code").asText(ErrorCode.INTERNAL_SERVER_ERROR.name());
        FaultNode value = FaultNode.ofError(name, message, members);
        return new Fault(code, kind, ErrorCode.INTERNAL_SERVER_ERROR.status(), message, null, none, value, List.of());
    }

    /** An error from elsewhere whose JSON shows its name, its message and these further members. */
    public static Fault ofOpenError(String name, FaultKind kind, String message, ObjectNode more) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("name", name);
        members.put("message", message);
        members.setAll(more);
        return ofError(name, kind, message, members);
    }

    /** Several faults at once; the reject path finds the list of their values. */
    public static Fault ofAll(List<Fault> causes) {
        Fault first = causes.get(0);
        var values = JsonNodeFactory.instance.arrayNode();
        causes.forEach(cause -> values.add(cause.value()));
        return new Fault(
                first.code, first.kind, first.status, first.message, first.hint, first.extensions, values, causes);
    }

    public Fault withHint(String newHint) {
        return new Fault(code, kind, status, message, newHint, extensions, value, causes);
    }

    /** The single faults: the causes, or this one. */
    public List<Fault> each() {
        return causes.isEmpty() ? List.of(this) : causes;
    }
}
