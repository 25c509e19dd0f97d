package io.dataflows.engine.filter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a value doesn't pass a test, without the field that it is about.
 *
 * @param type for example {@code eq} or {@code required}
 * @param tail the last sentence of the message, empty where there is none
 * @param detailName {@code valid}, {@code invalid} or {@code substring}, or null
 */
record Failure(String type, String tail, @Nullable String detailName, @Nullable JsonNode detail) {

    static final Failure REQUIRED = new Failure("required", "Value is required.", null, null);

    /** Not a failed test but an error, unless another part of the filter makes it pass. */
    static final Failure INAPPLICABLE =
            Failure.of("inapplicable", "A text operator can't be applied to such a value, or no element matches.");

    static final Failure UNSAFE = new Failure("unsafe", "Value is not a safe number.", null, null);

    static Failure of(String type, String tail) {
        return new Failure(type, tail, null, null);
    }

    /**
     * The fault for a field. The path starts with the field's first name.
     *
     * @throws FilterException when the operator couldn't be applied
     */
    Fault at(List<String> path) {
        if (this == INAPPLICABLE) {
            throw new FilterException(tail);
        }
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.put("field", path.get(0));
        ArrayNode rest = extensions.putArray("path");
        path.stream().skip(1).forEach(rest::add);
        extensions.put("type", type);
        if (detailName != null && detail != null) {
            extensions.set(detailName, detail);
        }
        return Fault.of(ErrorCode.FAILED_VALIDATION, FaultKind.USER, message(path), extensions);
    }

    private String message(List<String> path) {
        String place = path.size() == 1 ? "" : " at \"" + String.join(".", path.subList(1, path.size())) + "\"";
        String sentence = "Validation failed for field \"" + path.get(0) + "\"" + place + ".";
        return tail.isEmpty() ? sentence : sentence + " " + tail;
    }
}
