package io.dataflows.engine.compile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowProblem;
import io.dataflows.model.flow.FlowDefinition;
import io.dataflows.model.flow.StepDefinition;
import java.util.UUID;

/** Words problems. */
final class Problems {

    static final String COLLECTION = "directus_operations";

    private Problems() {}

    static String pointer(FlowDefinition flow, StepDefinition step, String member) {
        return "/operations/" + flow.steps().indexOf(step) + '/' + member;
    }

    /** Refuses the definition. */
    static FlowProblem blocking(String code, StepDefinition step, String pointer, Fault fault, String hint) {
        return new FlowProblem(code, true, step.id(), pointer, fault.message(), hint, fault.withHint(hint));
    }

    /** Is told, but doesn't refuse the definition. */
    static FlowProblem warning(String code, StepDefinition step, String pointer, String message, String hint) {
        return new FlowProblem(code, false, step.id(), pointer, message, hint, validation(message, pointer, code));
    }

    /** As {@link #warning}, about the flow itself. */
    static FlowProblem warning(String code, String pointer, String message, String hint) {
        return new FlowProblem(code, false, null, pointer, message, hint, validation(message, pointer, code));
    }

    static Fault validation(String message, String field, String type) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.put("field", field);
        extensions.set("path", JsonNodeFactory.instance.arrayNode());
        extensions.put("type", type.toLowerCase(java.util.Locale.ROOT));
        return Fault.of(ErrorCode.FAILED_VALIDATION, FaultKind.USER, message, extensions);
    }

    static Fault notUnique(String field, UUID value) {
        return Fault.of(
                ErrorCode.RECORD_NOT_UNIQUE,
                FaultKind.USER,
                "Value \"" + value + "\" for field \"" + field + "\" in collection \"" + COLLECTION
                        + "\" has to be unique.",
                linkExtensions(field, value));
    }

    static Fault noSuchTarget(String field, UUID value) {
        return Fault.of(
                ErrorCode.INVALID_FOREIGN_KEY,
                FaultKind.USER,
                "Invalid foreign key \"" + value + "\" for field \"" + field + "\" in collection \"" + COLLECTION
                        + "\".",
                linkExtensions(field, value));
    }

    private static ObjectNode linkExtensions(String field, UUID value) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.put("collection", COLLECTION);
        extensions.put("field", field);
        extensions.put("value", value.toString());
        return extensions;
    }
}
