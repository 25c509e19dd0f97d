package io.dataflows.engine.library;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dataflows.model.error.ErrorCode;
import io.dataflows.model.error.Fault;
import io.dataflows.model.error.FaultKind;
import io.dataflows.model.error.FlowsException;
import io.dataflows.model.error.Refusals;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a draft, so that its author hears of everything at once. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void add(Fault fault) {
        faults.add(fault);
    }

    void addAll(FlowsException refusal) {
        faults.addAll(refusal.faults());
    }

    void required(String field) {
        add(validation(field, "required", "Value is required."));
    }

    void notNull(String field) {
        add(validation(field, "nnull", "Value can't be null."));
    }

    void tooLong(String collection, String field, int most) {
        ObjectNode extensions = place(collection, field);
        add(Fault.of(
                ErrorCode.VALUE_TOO_LONG,
                FaultKind.USER,
                "Value for field \"" + field + "\" in collection \"" + collection + "\" is too long: " + most
                        + " characters is the limit.",
                extensions));
    }

    void outOfRange(String collection, String field) {
        add(Fault.of(
                ErrorCode.VALUE_OUT_OF_RANGE,
                FaultKind.USER,
                "Value for field \"" + field + "\" in collection \"" + collection + "\" is out of range.",
                place(collection, field)));
    }

    void wrongType(String field, String expected) {
        addAll(Refusals.invalidPayload("\"" + field + "\" must be " + expected));
    }

    static Fault noSuchTarget(String collection, String field, String value) {
        ObjectNode extensions = place(collection, field);
        extensions.put("value", value);
        return Fault.of(
                ErrorCode.INVALID_FOREIGN_KEY,
                FaultKind.USER,
                "Invalid foreign key \"" + value + "\" for field \"" + field + "\" in collection \"" + collection
                        + "\".",
                extensions);
    }

    static Fault notUnique(String collection, String field, String value) {
        ObjectNode extensions = place(collection, field);
        extensions.put("value", value);
        return Fault.of(
                ErrorCode.RECORD_NOT_UNIQUE,
                FaultKind.USER,
                "Value \"" + value + "\" for field \"" + field + "\" in collection \"" + collection
                        + "\" has to be unique.",
                extensions);
    }

    /** @throws FlowsException with all of them, if there is any */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new FlowsException(faults);
        }
    }

    private static Fault validation(String field, String type, String tail) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.put("field", field);
        extensions.putArray("path");
        extensions.put("type", type);
        return Fault.of(
                ErrorCode.FAILED_VALIDATION,
                FaultKind.USER,
                "Validation failed for field \"" + field + "\". " + tail,
                extensions);
    }

    private static ObjectNode place(String collection, String field) {
        ObjectNode extensions = JsonNodeFactory.instance.objectNode();
        extensions.put("collection", collection);
        extensions.put("field", field);
        return extensions;
    }
}
