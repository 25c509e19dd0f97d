package io.dataflows.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.engine.json.Json;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import org.jspecify.annotations.Nullable;

/** Why a request has no answer. Codes and members are those that flows know from the recorded product. */
final class RequestProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final String code;
    private final FaultKind kind;
    private final @Nullable String hint;
    private final @Nullable String input;

    private RequestProblem(
            String name,
            String code,
            FaultKind kind,
            String message,
            @Nullable String hint,
            @Nullable String input,
            @Nullable Throwable cause) {
        super(message, cause);
        this.name = name;
        this.code = code;
        this.kind = kind;
        this.hint = hint;
        this.input = input;
    }

    static RequestProblem invalidUrl(String input) {
        String hint = "Maybe it lacks http:// or https://, or a value in it is missing.";
        return new RequestProblem("TypeError", "ERR_INVALID_URL", FaultKind.USER, "Invalid URL", hint, input, null);
    }

    static RequestProblem unsupportedProtocol(String scheme) {
        String message = "Unsupported protocol " + scheme + ":";
        String hint = "Maybe use http or https.";
        return new RequestProblem("AxiosError", "ERR_BAD_REQUEST", FaultKind.USER, message, hint, null, null);
    }

    /** The request itself can't be sent. */
    static RequestProblem badRequest(String code, String message) {
        return new RequestProblem("TypeError", code, FaultKind.USER, message, null, null, null);
    }

    static RequestProblem denied(String host) {
        String message = "Requested domain \"" + host + "\" resolves to a denied IP address";
        String hint = "Maybe an administrator can allow it with FLOWS_REQUEST_ALLOW_LIST.";
        return new RequestProblem("Error", "ERR_DENIED_ADDRESS", FaultKind.USER, message, hint, null, null);
    }

    /** The outside world: it may work later. */
    static RequestProblem network(String code, String message, @Nullable Throwable cause) {
        return new RequestProblem("Error", code, FaultKind.OPERATIONAL, message, null, null, cause);
    }

    static RequestProblem notFound(String host, @Nullable Throwable cause) {
        return network("ENOTFOUND", "getaddrinfo ENOTFOUND " + host, cause);
    }

    String code() {
        return code;
    }

    /** @param method what JSON shows of the request; its URL and headers may hold secrets */
    Fault toFault(String method) {
        ObjectNode members = Json.object();
        if (input == null) {
            members.put("message", getMessage()).put("name", name);
            members.putObject("config").put("method", method.toLowerCase(java.util.Locale.ROOT));
        }
        members.put("code", code);
        if (input != null) {
            members.put("input", input);
        } else if (kind == FaultKind.OPERATIONAL) {
            members.putObject("cause").put("name", name).put("message", getMessage());
        }
        Fault fault = Fault.ofError(name, kind, String.valueOf(getMessage()), members);
        return hint == null ? fault : fault.withHint(hint);
    }
}
